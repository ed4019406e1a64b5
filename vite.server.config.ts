import { defineConfig } from 'vite'

/** The server as one file, and beside it the sentence model's and the record's, each for a thread of its own, that find their dependencies in node_modules: Node 20 runs them without a loader. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: { main: 'server/main.ts', modelWorker: 'server/model/modelWorker.ts', recordWorker: 'scripts/export/recordWorker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
