import { defineConfig } from 'vite'

/** The server as one file, and beside it what runs in threads of its own: the sentence model, the writing of a record, the restoring of a wall, that find their dependencies in node_modules: Node 20 runs them without a loader. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: { main: 'server/main.ts', modelWorker: 'server/model/modelWorker.ts', recordWorker: 'scripts/export/recordWorker.ts', restoreWorker: 'server/restoring/restoreWorker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
