import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Leaves a file alone that already reads so: what is made of it need not be made again. */
export async function writeIfChanged(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
