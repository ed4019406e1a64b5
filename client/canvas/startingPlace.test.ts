import { describe, expect, test } from 'vitest'
import { areCloser } from '#shared/layout/box.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { startingPlace, type HungBox } from './startingPlace.ts'

const people = ['amina', 'bo', 'chen'] as ParticipantId[]
const [amina, bo, chen] = people as [ParticipantId, ParticipantId, ParticipantId]
const hung = (author: ParticipantId, kind: 'need' | 'offer', x: number, y: number, createdAt = 1, country = 'ke'): HungBox => ({
  x, y, width: 200, height: 160, kind, author, country, createdAt,
})

describe('startingPlace', () => {
  test('W6 a note goes below my last one of its kind, or beside my others', () => {
    const wall = [hung(amina, 'need', 0, 0, 1), hung(amina, 'need', 0, 180, 2), hung(bo, 'need', 800, 0, 9)]
    expect(startingPlace({ kind: 'need', author: amina, country: 'ke' }, wall, people)).toEqual([0, 360])
    expect(startingPlace({ kind: 'offer', author: amina, country: 'ke' }, wall, people)).toEqual([220, 0])
  })

  test('what a facilitator posts for another country does not go among their own', () => {
    const wall = [hung(amina, 'need', 0, 0)]
    const [x, y] = startingPlace({ kind: 'need', author: amina, country: 'fj' }, wall, people)
    expect(areCloser({ x, y, width: 420, height: 700 }, { x: 0, y: 0, width: 200, height: 160 }, 59)).toBe(false)
  })

  test('compatriots find each other', () => {
    const wall = [hung(bo, 'need', 5000, 300, 1, 'ke'), hung(chen, 'need', 0, 0, 1, 'cn')]
    const [x, y] = startingPlace({ kind: 'need', author: amina, country: 'ke' }, wall, people)
    expect(Math.hypot(x - 5000, y - 300)).toBeLessThan(700)
  })

  test('W6 everybody who starts at the same moment has a stretch of wall of their own', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => `p${i}` as ParticipantId)
    const homes = crowd.map((author, i) => startingPlace({ kind: 'need', author, country: `c${i}` }, [], crowd))
    for (const [i, [x, y]] of homes.entries()) {
      for (const [otherX, otherY] of homes.slice(i + 1)) {
        expect(Math.abs(x - otherX) >= 480 || Math.abs(y - otherY) >= 720).toBe(true)
      }
    }
  })
})
