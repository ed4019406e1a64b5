import { isId, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import type { Awareness } from 'y-protocols/awareness'

/** What others see of a person at this moment; never stored. Name and country are looked up in `wall.people`. */
export interface Presence {
  readonly participant: ParticipantId
  /** Where the pointer is on the wall; `null` when it is elsewhere, or on a phone. */
  readonly cursor: WallPoint | null
  /** The note being written. */
  readonly editing: NoteId | null
  /** Where their caret stands in it, in UTF-16 code units. */
  readonly caret?: number | undefined
}

/** Milliseconds between two positions of one's own cursor: the more people, the calmer. */
export const cursorIntervalMs = (people: number): number => (people <= 25 ? 100 : people <= 100 ? 250 : 500)

/** Everybody else who is here, one entry per connection; what is not of our shape is left out. */
export function othersHere(awareness: Awareness): ReadonlyMap<number, Presence> {
  const others = new Map<number, Presence>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID || !isId(state.participant)) continue
    const cursor: unknown = state.cursor
    others.set(client, {
      participant: state.participant as ParticipantId,
      cursor: isPoint(cursor) ? cursor : null,
      editing: isId(state.editing) ? (state.editing as NoteId) : null,
      caret: isOffset(state.caret) ? state.caret : undefined,
    })
  }
  return others
}

const isPoint = (value: unknown): value is WallPoint =>
  Array.isArray(value) && value.length === 2 && value.every((number) => Number.isFinite(number))

const isOffset = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
