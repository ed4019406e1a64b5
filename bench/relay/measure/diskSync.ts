import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Histogram } from './histogram.ts'

/** About what SQLite's log grows by when a tick of a crowd is committed: two of its pages. */
const COMMIT_BYTES = 8192
const COMMITS_A_SECOND = 60

/**
 * What the disk alone makes a commit wait: the same bytes as often a second, each waited for, with nothing else going on.
 * No server that commits before it passes an edit on can be faster.
 */
export async function timeDiskSync(seconds: number): Promise<Histogram> {
  const folder = mkdtempSync(join(tmpdir(), 'pollinate-disk-'))
  const file = openSync(join(folder, 'log'), 'w')
  const commit = Buffer.alloc(COMMIT_BYTES, 1)
  const times = new Histogram()
  try {
    for (let left = seconds * COMMITS_A_SECOND; left > 0; left--) {
      const start = performance.now()
      writeSync(file, commit)
      fdatasyncSync(file)
      times.add((performance.now() - start) * 1000)
      await sleep(1000 / COMMITS_A_SECOND)
    }
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
  return times
}
