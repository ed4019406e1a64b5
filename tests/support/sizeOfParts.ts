import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

interface Chunk {
  readonly file: string
  /** Of a stage, as vite.config.ts calls it. */
  readonly name?: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

export interface Parts {
  /** Everything that a part of the page cannot be shown without, by its module or its stage: `home/HomePage.tsx`, `wall`. */
  filesOf(...parts: readonly string[]): ReadonlySet<string>
  /** Bytes of these files as they are sent to a browser that takes brotli. */
  sizeOf(files: Iterable<string>): Promise<number>
}

/**
 * The parts of the built client, as Vite's manifest tells them.
 * @param folder of the build: `dist/client`
 */
export async function readParts(folder: string): Promise<Parts> {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const chunkOf = (part: string): Chunk | undefined => manifest[part] ?? Object.values(manifest).find(({ file, name }) => name === part && file.endsWith('.js'))
  return {
    filesOf(...parts) {
      const files = new Set<string>()
      const waiting = [...parts]
      for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
        const chunk = chunkOf(key)
        if (!chunk) throw new Error(`The build has no part ${key}; it has ${Object.keys(manifest).filter((name) => !name.startsWith('_')).join(', ')}.`)
        for (const style of chunk.css ?? []) files.add(style)
        if (files.has(chunk.file)) continue
        files.add(chunk.file)
        waiting.push(...(chunk.imports ?? []))
      }
      return files
    },
    async sizeOf(files) {
      const sizes = await Promise.all([...files].map(async (file) => (await stat(join(folder, `${file}.br`)).catch(() => stat(join(folder, file)))).size))
      return sizes.reduce((sum, size) => sum + size, 0)
    },
  }
}
