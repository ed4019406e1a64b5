import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'libsql'

/** How a damaged database was dealt with. */
export interface Rescue {
  /** Where the damaged file is kept. */
  readonly keptAs: string
  /** How many rows could be read. */
  readonly rows: number
}

/** Nothing can be read of a damaged database; the message says what to do. */
export class UnreadableDatabase extends Error {
  constructor(file: string, why: string) {
    super(`The database ${file} is damaged and nothing in it can be read: ${why}. Restore a backup: npm run restore -- --from <file> --replace`)
  }
}

/** Whether SQLite finds the file sound, as far as it can tell without reading every index. */
export function isSound(database: Database.Database): boolean {
  try {
    const findings = database.prepare('PRAGMA quick_check(1)').all() as Record<string, unknown>[] // one column, one row a finding
    return findings.every((finding) => Object.values(finding)[0] === 'ok')
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/** SQLite's words for pages that are not what they should be. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && /malformed|not a database|corrupt/i.test(error.message)

/**
 * Puts every row that can still be read into a new file in the place of the damaged one, which is kept beside it.
 * @param now milliseconds since 1970
 * @throws UnreadableDatabase when nothing can be read; then everything is as it was
 */
export function rescueSqlite(file: string, now: number): Rescue {
  const keptAs = `${file}.damaged-${new Date(now).toISOString().replace(/[:.]/g, '-')}`
  const fresh = `${file}.rebuilt`
  rmSync(fresh, { force: true }) // of an attempt that was cut off
  copyFileSync(file, keptAs)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${keptAs}-wal`)
  let rows: number
  try {
    rows = rebuild(keptAs, fresh)
  } catch (error) {
    for (const path of [fresh, keptAs, `${keptAs}-wal`, `${keptAs}-shm`]) rmSync(path, { force: true })
    const why = error instanceof Error ? error.message : String(error)
    throw new UnreadableDatabase(file, why)
  }
  for (const path of [`${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
  renameSync(fresh, file)
  return { keptAs, rows }
}

function rebuild(damaged: string, fresh: string): number {
  const from = new Database(damaged)
  const to = new Database(fresh)
  try {
    const parts = from.prepare("select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite_%'").all() as {
      type: string
      name: string
      sql: string
    }[]
    const tables = parts.filter(({ type }) => type === 'table')
    if (tables.length === 0) throw new Error('it has no tables')
    to.exec('begin')
    for (const { sql } of tables) to.exec(sql)
    for (const { type, sql } of parts) if (type === 'index') to.exec(sql)
    let rows = 0
    for (const { name } of tables) rows += copyRows(from, to, name)
    if (rows === 0) throw new Error('no row is whole')
    nameWhatIsLost(to, tables.map(({ name }) => name))
    to.exec('commit')
    return rows
  } finally {
    from.close()
    to.close()
  }
}

/** Copies a table row by row. Where a page cannot be read, it goes on with the first row behind it. */
function copyRows(from: Database.Database, to: Database.Database, table: string): number {
  const columns = (to.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(({ name }) => `"${name}"`)
  // One at a time: the driver reads ahead, and an error would take the good rows before it along.
  const prepare = () =>
    from.prepare(`select rowid as "row", ${columns.join(', ')} from "${table}" not indexed where rowid >= ? order by rowid limit 1`).raw()
  let read = prepare()
  const put = to.prepare(`insert or ignore into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
  /** @returns `undefined` behind the last one, `'damaged'` where it cannot be read */
  const firstFrom = (row: number): [number, ...unknown[]] | undefined | 'damaged' => {
    try {
      return read.get(row) as [number, ...unknown[]] | undefined
    } catch (error) {
      if (!isDamage(error)) throw error
      read = prepare() // in this driver a statement that failed once fails for ever
      return 'damaged'
    }
  }
  let rows = 0
  let next = 0
  for (;;) {
    const found = firstFrom(next)
    if (found === undefined) return rows
    if (found !== 'damaged') {
      const [row, ...values] = found
      put.run(...values)
      rows++
      next = row + 1
      continue
    }
    let bad = next
    let step = 1
    // The rows of one page follow each other, so the end of the damage is found by doubling and then halving.
    while (firstFrom(bad + step) === 'damaged') {
      step *= 2
      if (bad + step > MOST_ROWS) return rows
    }
    let good = bad + step
    while (good - bad > 1) {
      const middle = Math.floor((bad + good) / 2)
      if (firstFrom(middle) === 'damaged') bad = middle
      else good = middle
    }
    next = good
  }
}
const MOST_ROWS = 2 ** 40

/** A wall whose row is lost is a wall all the same, and a piece that is lost is known as damage. */
function nameWhatIsLost(database: Database.Database, tables: readonly string[]): void {
  const now = Date.now()
  database.exec(`insert or ignore into walls (id, made_at) select wall, ${now} from updates union select wall, ${now} from snapshots union select wall, ${now} from links`)
  if (!tables.includes('set_aside')) return // a database of version 0.1.0 has no numbers that could be missing
  database.exec(`
    update walls set
      last_seq = max(last_seq, (select coalesce(max(seq), 0) from updates where wall = walls.id), (select coalesce(max(seq), 0) from snapshots where wall = walls.id)),
      last_version = max(last_version, (select coalesce(max(id), 0) from versions where wall = walls.id))`)
  const walls = database.prepare('select id, last_seq, (select seq from snapshots where wall = walls.id) as held from walls').all() as {
    id: string
    last_seq: number
    held: number | null
  }[]
  const numbersOf = database.prepare('select seq from updates where wall = ? union select seq from set_aside where wall = ?').raw()
  const aside = database.prepare("insert into set_aside (wall, seq, at, why, bytes) values (?, ?, ?, 'checksum', x'')")
  for (const { id, last_seq: last, held } of walls) {
    const known = new Set((numbersOf.all(id, id) as [number][]).map(([seq]) => seq))
    const first = held ?? Math.min(...[...known].filter((seq) => seq > 0), last + 1) - 1
    // Without its snapshot a log begins at a later number; what came before is one piece.
    if (held === null && first > 0 && !known.has(0)) aside.run(id, 0, now)
    for (let seq = first + 1; seq <= last; seq++) if (!known.has(seq)) aside.run(id, seq, now)
  }
}
