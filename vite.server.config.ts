import { defineConfig } from 'vite'

/** The server as one file, and the sentence model's beside it, that find their dependencies in node_modules: Node 20 runs them without a loader. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: { main: 'server/main.ts', modelWorker: 'server/model/modelWorker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
