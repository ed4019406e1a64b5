import { expect, it } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, WallPoint } from '#shared/wall/schema.ts'
import type { Presence } from '../session/presence.ts'
import { createOthersDrags } from './othersDrags.ts'

const id = 'n' as NoteId
const bo = 'bo' as ParticipantId
const wallWith = (at: WallPoint) => new Map([[id, { id, at } as Note]]) // nothing else of it is looked at
const dragging = (...by: WallPoint): Presence => ({ participant: bo, cursor: null, editing: null, drag: { ids: [id], by } })
const resting: Presence = { participant: bo, cursor: null, editing: null }
const LONG = 100

it('T2 a note in somebody’s hand glides after it, and is told once as lifted and once as laid down', () => {
  const drags = createOthersDrags()
  expect(drags.step([dragging(100, 0)], wallWith([5, 5]), LONG)).toEqual({ isMoving: true, turned: [id] })
  const [x = 0] = drags.carried().get(id)?.by ?? []
  expect(x).toBeGreaterThan(0)
  expect(x).toBeLessThan(100)
  let steps = 0
  while (drags.step([dragging(100, 0)], wallWith([5, 5]), LONG).isMoving) steps++
  expect(steps).toBeLessThan(20)
  expect(drags.carried().get(id)).toEqual({ by: [100, 0], participant: bo })
  expect(drags.step([resting], wallWith([5, 5]), LONG)).toEqual({ isMoving: false, turned: [id] })
  expect(drags.carried().size).toBe(0)
})

it('T2 once it hangs elsewhere it stays there, though its carrier is still seen with it', () => {
  const drags = createOthersDrags()
  drags.step([dragging(100, 0)], wallWith([0, 0]), LONG)
  expect(drags.step([dragging(100, 0)], wallWith([100, 0]), LONG)).toEqual({ isMoving: false, turned: [id] })
  expect(drags.step([dragging(100, 0)], wallWith([100, 0]), LONG)).toEqual({ isMoving: false, turned: [] })
  // Laid down, and lifted anew.
  drags.step([resting], wallWith([100, 0]), LONG)
  expect(drags.step([dragging(20, 0)], wallWith([100, 0]), LONG).turned).toEqual([id])
})

it('T2 a note that is not on the wall is in nobody’s hand', () => {
  expect(createOthersDrags().step([dragging(1, 1)], new Map(), LONG)).toEqual({ isMoving: false, turned: [] })
})
