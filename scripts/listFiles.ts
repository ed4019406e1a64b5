import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

/**
 * Writes the service worker, which knows all files of its version of the page by name: what it keeps on a device and is not
 * among them is of an earlier one.
 * @param worker what it does, for which `FILES` are paths from the root of the site
 */
export function listFiles(worker: string): Plugin {
  return {
    name: 'list-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.keys(bundle).filter((file) => file.startsWith('assets/')).map((file) => `/${file}`).sort()
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const FILES = ${JSON.stringify(files)}\n${await readFile(worker, 'utf8')}` })
      },
    },
  }
}
