import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'libsql'
import { soundBytes } from './checksum.ts'
import { isDamage } from './rescueSqlite.ts'

/** What a copy holds. */
export interface Checked {
  readonly walls: number
  /** How many stored pieces are not as they were written. */
  readonly damaged: number
}

/**
 * Copies a database while a server writes to it: the copy is of one moment, holds all that was saved before the call, and
 * is one file.
 * @throws Error when there is no database, the copy cannot be written, or it is not sound
 */
export function backupSqlite(file: string, to: string): Checked {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`)
  if (existsSync(to)) throw new Error(`There is a file at ${to} already; name another one.`)
  const part = `${to}.part`
  rmSync(part, { force: true }) // of an attempt that was cut off
  try {
    const database = new Database(file)
    try {
      database.exec('PRAGMA busy_timeout = 5000')
      database.prepare('VACUUM INTO ?').run(part)
    } finally {
      database.close()
    }
    const checked = checkSqlite(part)
    renameSync(part, to)
    return checked
  } finally {
    rmSync(part, { force: true })
  }
}

/**
 * Puts a backup in the place of a database.
 * @param now milliseconds since 1970; names what is replaced
 * @returns also where the database is kept that was there before
 * @throws Error when the backup is not sound, a server runs on the database, or one is there and may not be replaced
 */
export function restoreSqlite(from: string, file: string, mayReplace: boolean, now: number): Checked & { readonly keptAs: string | undefined } {
  if (!existsSync(from)) throw new Error(`There is no backup at ${from}.`)
  const isThere = existsSync(file)
  if (isThere && !mayReplace) throw new Error(`There is a database at ${file} already. With --replace it is kept beside the restored one.`)
  const part = `${file}.part`
  try {
    copyFileSync(from, part)
    const checked = checkSqlite(part)
    const keptAs = isThere ? `${file}.replaced-${new Date(now).toISOString().replace(/[:.]/g, '-')}` : undefined
    if (keptAs !== undefined) {
      mustBeAlone(file)
      for (const end of ['', '-wal']) if (existsSync(file + end)) renameSync(file + end, keptAs + end)
      rmSync(`${file}-shm`, { force: true })
    }
    renameSync(part, file)
    return { ...checked, keptAs }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(part + end, { force: true })
  }
}

/** @throws Error when the file is no sound database of walls */
function checkSqlite(file: string): Checked {
  const database = new Database(file)
  try {
    const findings = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
    const [first] = findings
    if (first?.integrity_check !== 'ok') throw new Error(`The copy is not sound: ${first?.integrity_check ?? 'nothing can be read'}.`)
    const [walls] = database.prepare('select count(*) from walls').raw().get() as [number]
    const isNumbered = database.prepare("select name from sqlite_master where name = 'set_aside'").all().length > 0
    const count = (table: string, column: string): number => (isNumbered ? countDamaged(database, table, column) : 0)
    return { walls, damaged: count('updates', 'bytes') + count('snapshots', 'state') + count('versions', 'state') }
  } catch (error) {
    const isOther = !isDamage(error) && !/no such table/.test(String(error))
    if (isOther) throw error
    throw new Error(`${file} is no database of walls, or is damaged.`, { cause: error })
  } finally {
    database.close()
  }
}

function countDamaged(database: Database.Database, table: string, column: string): number {
  let damaged = 0
  const rows = database.prepare(`select ${column}, sums from ${table}`).raw().iterate() as Iterable<[Uint8Array, Uint8Array]>
  for (const [bytes, sums] of rows) if (soundBytes(new Uint8Array(bytes), new Uint8Array(sums)) !== undefined) damaged++
  return damaged
}

/** A server keeps its hand on the file while it runs; then the write-ahead log cannot be given up. */
function mustBeAlone(file: string): void {
  const database = new Database(file)
  try {
    database.exec('PRAGMA busy_timeout = 1000')
    const [mode] = database.prepare('PRAGMA journal_mode = DELETE').raw().get() as [string]
    if (mode !== 'delete') throw new Error('locked')
  } catch (error) {
    if (isDamage(error)) return // then no server runs on it
    const isInUse = error instanceof Error && /locked|busy/.test(error.message)
    if (!isInUse) throw error
    throw new Error(`A server runs on ${file}. Stop it first.`, { cause: error })
  } finally {
    database.close()
  }
}
