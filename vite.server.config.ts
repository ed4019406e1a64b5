import { defineConfig } from 'vite'

/** The server as one file that finds its dependencies in node_modules: Node 20 runs it without a loader. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'server/main.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'main.js' } },
  },
})
