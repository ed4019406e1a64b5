import { execFile } from 'node:child_process'
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file system of its own with two MB, for a test that needs a full one. */
export interface SmallDisk {
  readonly folder: string
  /** Takes every byte that is left. */
  fill(): Promise<void>
  /** Gives them back. */
  makeRoom(): Promise<void>
  remove(): Promise<void>
}

/** @returns `undefined` where nobody may mount one: that needs root, and in a container CAP_SYS_ADMIN */
export async function mountSmallDisk(): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-disk-'))
  const isMounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'pollinate-test', folder]).then(() => true, () => false)
  if (!isMounted) {
    await rm(folder, { recursive: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    async fill() {
      const { bavail, bsize } = await statfs(folder)
      await writeFile(filler, new Uint8Array(bavail * bsize))
      // Beside pages, a few bytes of which may have been taken meanwhile.
      await writeFile(join(folder, 'last'), new Uint8Array(bsize)).catch(() => undefined)
    },
    async makeRoom() {
      await rm(filler)
    },
    async remove() {
      await run('umount', ['--lazy', folder])
      await rm(folder, { recursive: true })
    },
  }
}

/** From now on the process can write no byte to any file, wherever it is; it can again with `'unlimited'`. */
export const limitFiles = (pid: number, bytes: 0 | 'unlimited'): Promise<unknown> =>
  run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
