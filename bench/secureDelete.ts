import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import Database from 'libsql'

// What does it cost that SQLite overwrites what is deleted? `npx tsx bench/secureDelete.ts [folder]`; a folder on the disk that is meant.
// The statements are those of the store at a tick of a room, and at a snapshot every 200 ticks, in files side by side.
const folder = process.argv[2] ?? '.'
const TICKS = 6000
const TICKS_PER_SNAPSHOT = 200
const SNAPSHOT_BYTES = 400_000
const MODES = ['OFF', 'FAST', 'ON'] as const

function openFile(mode: (typeof MODES)[number]) {
  const place = mkdtempSync(`${folder}/secure-delete-`)
  const database = new Database(`${place}/wall.sqlite`)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', `secure_delete = ${mode}`]) database.exec(`PRAGMA ${pragma}`)
  database.exec(`create table walls (id text primary key, last_seq integer);
    create table updates (wall text, seq integer, bytes blob, sums blob, primary key (wall, seq));
    create table snapshots (wall text primary key, seq integer, state blob);
    insert into walls values ('wall', 0)`)
  const number = database.prepare('update walls set last_seq = last_seq + 1 where id = ? returning last_seq')
  const append = database.prepare('insert into updates values (?, ?, ?, ?)')
  const snapshot = database.prepare('insert into snapshots values (?, ?, ?) on conflict (wall) do update set seq = excluded.seq, state = excluded.state')
  const drop = database.prepare('delete from updates where wall = ? and seq <= ?')
  const state = randomBytes(SNAPSHOT_BYTES)
  let seq = 0
  const timed = (write: () => void): number => {
    const start = performance.now()
    database.exec('begin')
    write()
    database.exec('commit')
    return performance.now() - start
  }
  return {
    mode,
    ticks: [] as number[],
    snapshots: [] as number[],
    tick() {
      const bytes = randomBytes(60 + ((seq * 37) % 900))
      this.ticks.push(timed(() => (number.all('wall'), append.run('wall', ++seq, bytes, randomBytes(32)))))
    },
    snapshot() {
      this.snapshots.push(timed(() => (snapshot.run('wall', seq, state), drop.run('wall', seq))))
    },
    close() {
      database.close()
      rmSync(place, { recursive: true })
    },
  }
}

const files = MODES.map(openFile)
for (let tick = 1; tick <= TICKS; tick++) {
  // Whoever comes first pays for what the disk did before: each is first as often.
  for (const at of files.keys()) {
    const file = files[(tick + at) % files.length]
    file?.tick()
    if (tick % TICKS_PER_SNAPSHOT === 0) file?.snapshot()
  }
}
const quantile = (times: readonly number[], share: number): string => (times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(2)
for (const file of files) {
  const [tick, snapshot] = [file.ticks, file.snapshots].map((times) => `${quantile(times, 0.5)} ms (p99 ${quantile(times, 0.99)})`)
  console.log(`secure_delete ${file.mode}: a tick ${tick}, a snapshot ${snapshot}`)
  file.close()
}
