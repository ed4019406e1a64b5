import { defineConfig } from 'vite'

/** The server as one file beside its dependencies: Node 20 runs it without a loader. */
export default defineConfig({
  build: {
    ssr: 'server/main.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'main.js' } },
  },
})
