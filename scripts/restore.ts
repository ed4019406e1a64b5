import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/readConfig.ts'
import { restoreSqlite } from '../server/storage/backupSqlite.ts'
import { DATABASE_FILE } from '../server/storage/openSqliteStore.ts'

/** Puts a backup into DATA_DIR while the server is stopped: `npm run restore -- --from <file> [--replace]`. */
try {
  const { values } = parseArgs({ options: { from: { type: 'string' }, replace: { type: 'boolean', default: false } } })
  if (!values.from) throw new Error('Say which backup: npm run restore -- --from <file> [--replace]')
  const { dataDir, databaseUrl } = readConfig(process.env)
  if (databaseUrl !== undefined) throw new Error('The walls are in PostgreSQL: restore them with pg_restore (docs/operations.md).')
  mkdirSync(dataDir, { recursive: true })
  const { walls, keptAs } = restoreSqlite(resolve(values.from), join(dataDir, DATABASE_FILE), values.replace, Date.now())
  console.log(`${walls} walls are in ${dataDir}.${keptAs === undefined ? '' : ` What was there is kept as ${keptAs}.`}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
