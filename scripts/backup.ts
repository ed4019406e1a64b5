import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/readConfig.ts'
import { backupSqlite } from '../server/storage/backupSqlite.ts'
import { DATABASE_FILE } from '../server/storage/openSqliteStore.ts'

/** Copies all walls into one file while the server runs: `npm run backup -- --to <folder or file>`. */
try {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  if (!values.to) throw new Error('Say where to: npm run backup -- --to <folder or file>')
  const { dataDir, databaseUrl } = readConfig(process.env)
  if (databaseUrl !== undefined) throw new Error('The walls are in PostgreSQL: back them up with pg_dump (docs/operations.md).')
  const to = fileFor(resolve(values.to))
  mkdirSync(dirname(to), { recursive: true })
  const { walls, damaged } = backupSqlite(join(dataDir, DATABASE_FILE), to)
  console.log(`${walls} walls are in ${to}, checked.`)
  if (damaged > 0) {
    console.error(`${damaged} pieces in it are damaged, as they are in the original: each wall sets them aside when it is opened.`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

/** In a folder the backup is named by its time. */
function fileFor(to: string): string {
  const isFolder = existsSync(to) ? statSync(to).isDirectory() : !to.endsWith('.sqlite')
  return isFolder ? join(to, `pollinate-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.sqlite`) : to
}
