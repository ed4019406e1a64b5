import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, WallPoint } from '#shared/wall/schema.ts'
import type { Presence } from '../session/presence.ts'
import { glided } from './glided.ts'

/** A note that somebody else carries at this moment. */
export interface CarriedNote {
  readonly by: WallPoint
  readonly participant: ParticipantId
}

export interface OthersDrags {
  /** What others carry now, and how far; the same object while the same notes are carried. */
  carried(): ReadonlyMap<NoteId, CarriedNote>
  /** Moves what is carried on its way. @returns whether something is still moving, and which notes were lifted or laid down */
  step(others: Iterable<Presence>, notes: ReadonlyMap<NoteId, Note>, elapsedMs: number): { isMoving: boolean; turned: readonly NoteId[] }
}

/**
 * Follows what others drag. The document says where a note was let go, usually before the presence says that it was: from
 * then on the drag no longer counts.
 */
export function createOthersDrags(): OthersDrags {
  let carried: ReadonlyMap<NoteId, CarriedNote> = new Map()
  /** Where each note hung when it was first seen in somebody's hand; it stays until they are seen without it. */
  let liftedFrom = new Map<NoteId, WallPoint>()
  return {
    carried: () => carried,
    step(others, notes, elapsedMs) {
      let isMoving = false
      const now = new Map<NoteId, CarriedNote>()
      const from = new Map<NoteId, WallPoint>()
      for (const { participant, drag } of others) {
        for (const id of drag?.ids ?? []) {
          const at = notes.get(id)?.at
          const start = liftedFrom.get(id) ?? at
          if (!drag || !at || !start || from.has(id)) continue
          from.set(id, start)
          if (at[0] !== start[0] || at[1] !== start[1]) continue
          const by = glided(carried.get(id)?.by ?? [0, 0], drag.by, elapsedMs)
          isMoving ||= by !== drag.by
          now.set(id, { by, participant })
        }
      }
      const turned = [...new Set([...carried.keys(), ...now.keys()])].filter((id) => carried.has(id) !== now.has(id))
      liftedFrom = from
      carried = now
      return { isMoving, turned }
    },
  }
}
