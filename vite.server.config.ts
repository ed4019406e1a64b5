import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** What the record's program reads beside itself, so that dist/ is all that a server needs of this folder. */
const READ_BY_RECORD = ['client/generated/fonts', 'client/i18n/locales', 'shared/generated/lexicon.json']

const withRecordFiles: Plugin = {
  name: 'record-files',
  async writeBundle({ dir = '' }) {
    for (const path of READ_BY_RECORD) await cp(join(import.meta.dirname, path), join(dir, 'record', path), { recursive: true })
  },
}

/** The server as one file, and beside it what runs in threads of its own: the sentence model, the writing of a record, the restoring of a wall, that find their dependencies in node_modules: Node 20 runs them without a loader. */
export default defineConfig({
  plugins: [withRecordFiles],
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
