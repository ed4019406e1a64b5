import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Contents that name other files. */
const NAMES_FILES = /\.(js|css|html|json)$/

/**
 * Turns a built client into what another version of it would be: each file that carries a hash has another name, by which alone the
 * others know it, and none of the names before is there any more.
 * @param client its folder, `dist/client`
 */
export async function makeNextVersion(client: string): Promise<void> {
  const files = (await readdir(client, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const hashed = new Map(files.map(({ name }) => /-([\w-]{8})(?=\.\w+$)/.exec(name)?.[1]).filter((hash) => hash !== undefined).map((hash) => [hash, [...hash].reverse().join('')]))
  const renamed = (text: string): string => text.replace(/-([\w-]{8})(?=\.\w)/g, (known, hash: string) => (hashed.has(hash) ? `-${hashed.get(hash)}` : known))
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      // What is compressed is of the version before.
      if (/\.(br|gz)$/.test(name)) return rm(path)
      if (NAMES_FILES.test(name)) await writeFile(path, renamed(await readFile(path, 'utf8')))
      if (parentPath.endsWith('assets')) await rename(path, join(parentPath, renamed(name)))
    }),
  )
}
