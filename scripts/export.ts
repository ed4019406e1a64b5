import { writeFile } from 'node:fs/promises'
import { exportWall } from './export/exportWall.ts'
import { readArguments } from './export/readArguments.ts'

/** Writes a wall's record without a browser. */
const read = readArguments(process.argv.slice(2))
if (!read.ok) {
  console.error(read.message)
  process.exit(1)
}
try {
  const bytes = await exportWall(read.value)
  await writeFile(read.value.out, bytes)
  console.log(`${read.value.out}: ${Math.ceil(bytes.length / 1000)} kB`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
