import { expect, it } from 'vitest'
import type { Version } from '../storage/store.ts'
import { expendableVersions } from './expendableVersions.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = 1000 * DAY

/** Ids count the versions from 1, as given: newest first. */
const versions = (...made: (Partial<Version> & { ago: number })[]): Version[] =>
  made.map(({ ago, ...rest }, index) => ({ id: index + 1, at: NOW - ago, why: 'time', by: undefined, notes: 1, bytes: 10, ...rest }))

it('H4 all versions of the last two hours stay, then one of each hour, then one of each day', () => {
  const many = versions(...Array.from({ length: 12 * 24 * 5 }, (_, index) => ({ ago: index * 5 * MINUTE })))
  const gone = new Set(expendableVersions(many, NOW))
  const kept = many.filter(({ id }) => !gone.has(id)).map(({ at }) => NOW - at)
  expect(kept.filter((ago) => ago <= 2 * HOUR)).toHaveLength(25)
  expect(kept.filter((ago) => ago > 2 * HOUR && ago <= 2 * DAY)).toHaveLength(46)
  expect(kept.filter((ago) => ago > 2 * DAY)).toHaveLength(3)
})

it('H4 what somebody asked for stays', () => {
  expect(expendableVersions(versions({ ago: 3 * DAY }, { ago: 3 * DAY, why: 'lock' }, { ago: 3 * DAY, why: 'request' }, { ago: 3 * DAY }), NOW)).toEqual([4])
})

it('H4 when they are too large together the oldest go, those of the clock first, and the newest stays', () => {
  const made = versions({ ago: 0, bytes: 50 }, { ago: HOUR, why: 'lock' }, { ago: HOUR + 1 }, { ago: HOUR + 2 }, { ago: HOUR + 3, why: 'request' })
  expect(expendableVersions(made, NOW, 70)).toEqual([4, 3])
  expect(expendableVersions(made, NOW, 60)).toEqual([4, 3, 5])
  expect(expendableVersions(made, NOW, 1)).toEqual([4, 3, 5, 2])
})
