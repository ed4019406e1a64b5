import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readWall } from '#shared/wall/readWall.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { createOutcome } from './createOutcome.ts'

const wall = (title: string): { wall: Wall } => {
  const { settings, ...rest } = readWall(new Y.Doc())
  return { wall: { ...rest, settings: { ...settings, title } } }
}

test('C5 what is made of the whole wall is made once for each change, and is another one only when something else comes out', () => {
  const outcome = createOutcome<readonly string[]>()
  let times = 0
  const words = outcome(({ settings }) => {
    times++
    return settings.title.split(' ')
  })
  const state = wall('soil and water')
  const first = words(state)
  expect(words(state)).toBe(first)
  expect(times).toBe(1)
  expect(words(wall('soil and water'))).toBe(first)
  expect(times).toBe(2)
  expect(words(wall('soil'))).toEqual(['soil'])
})

test('C5 of several lists that come out together those stay the same whose entries do, whoever asks next', () => {
  const outcome = createOutcome<{ all: readonly string[]; long: readonly string[] }>()
  const sorted = (least: number) => outcome(({ settings }) => ({ all: settings.title.split(' '), long: settings.title.split(' ').filter(({ length }) => length >= least) }))
  const before = sorted(4)(wall('soil and water'))
  const after = sorted(5)(wall('soil and water'))
  expect(after.long).toEqual(['water'])
  expect(after.all).toBe(before.all)
  expect(sorted(5)(wall('soil and water'))).toBe(after)
})
