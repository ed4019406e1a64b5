import { describe, expect, test } from 'vitest'
import { LogSize } from './logSize.ts'

function logOf(snapshotBytes: number, updates: number, bytesEach: number): LogSize {
  const log = new LogSize(snapshotBytes)
  for (let count = 0; count < updates; count++) log.add(bytesEach)
  return log
}

describe('a new snapshot is due', () => {
  test.each([
    ['after more than 500 updates', logOf(1e6, 500, 10), logOf(1e6, 501, 10)],
    ['when the log is more than twice the snapshot', logOf(100_000, 2, 100_000), logOf(100_000, 2, 100_001)],
    ['but a short log is let be, however small the snapshot', logOf(10, 1, 65_536), logOf(10, 1, 65_537)],
  ])('%s', (_when, before, after) => {
    expect([before.isDue, after.isDue]).toEqual([false, true])
  })

  test('after a failed one, only when as many updates have come again', () => {
    const log = logOf(0, 501, 1000)
    log.putOff()
    for (let count = 0; count < 500; count++) log.add(1000)
    expect(log.isDue).toBe(false)
    log.add(1000)
    expect(log.isDue).toBe(true)
  })

  test.each([
    ['one update alone', logOf(0, 1, 10), false],
    ['several', logOf(0, 2, 10), true],
    ['one behind a snapshot', logOf(10, 1, 10), true],
    ['none behind a snapshot', logOf(10, 0, 10), false],
  ])('when everybody has left: %s', (_what, log, isWorth) => {
    expect(log.isWorthClosing).toBe(isWorth)
  })

  test('not right after one was made', () => {
    const log = logOf(0, 501, 1000)
    log.compacted(400_000)
    expect([log.isDue, log.isWorthClosing]).toEqual([false, false])
  })
})
