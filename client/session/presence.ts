import { isId, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { readPoint } from '#shared/wall/readPoint.ts'
import type { WallBox, WallPoint } from '#shared/wall/schema.ts'
import { boxValue, parseBox, type BoxValue } from '#shared/wall/wallBox.ts'
import type { Awareness } from 'y-protocols/awareness'

/** Notes that are being carried, and how far from where they hang. */
export interface Drag {
  readonly ids: readonly NoteId[]
  readonly by: WallPoint
}

/** What others see of a person at this moment; never stored. Name and country are looked up in `wall.people`. */
export interface Presence {
  readonly participant: ParticipantId
  /** Where the pointer is on the wall; `null` when it is elsewhere, or on a phone. */
  readonly cursor: WallPoint | null
  /** The note being written. */
  readonly editing: NoteId | null
  /** Where their caret stands in it, in UTF-16 code units. */
  readonly caret?: number | undefined
  /** What they carry; the document hears of it once, when it is let go. */
  readonly drag?: Drag | undefined
  /** Whose view of the wall they follow. */
  readonly follows?: ParticipantId | undefined
  /** The part of the wall they see, told only while somebody follows them. */
  readonly view?: WallBox | undefined
}

/** As it goes over the wire: what is not there costs nothing. */
interface PresenceState extends Omit<Presence, 'view'> {
  readonly view?: BoxValue | undefined
}

/** More than these are not told of one drag: the rest is seen when it is let go. */
export const MOST_DRAGGED = 12

/** Milliseconds between two positions of one's own cursor: the more people, the calmer. */
export const cursorIntervalMs = (people: number): number => (people <= 25 ? 100 : people <= 100 ? 250 : 500)

export const presenceState = ({ view, drag, ...rest }: Presence): PresenceState => ({
  ...rest,
  ...(drag && { drag: { ids: drag.ids.slice(0, MOST_DRAGGED), by: drag.by } }),
  ...(view && { view: boxValue(view) }),
})

/** Everybody else who is here, one entry per connection; what is not of our shape is left out. */
export function othersHere(awareness: Awareness): ReadonlyMap<number, Presence> {
  const others = new Map<number, Presence>()
  for (const [client, state] of awareness.getStates()) {
    const presence = client === awareness.clientID ? undefined : readPresence(state)
    if (presence) others.set(client, presence)
  }
  return others
}

/** Tells who else is here, each time that one of them did something: one's own pointer moves ten times a second, and is news to nobody here. */
export function onOthers(awareness: Awareness, tell: (others: ReadonlyMap<number, Presence>) => void): void {
  awareness.on('change', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', readonly number[]>) => {
    if ([...added, ...updated, ...removed].some((client) => client !== awareness.clientID)) tell(othersHere(awareness))
  })
}

const VIEW_SIDES = { least: 1, most: 2e6 } as const

/** @returns `undefined` for what shows nobody */
export function readPresence({ participant, cursor, editing, caret, drag, follows, view }: Readonly<Record<string, unknown>>): Presence | undefined {
  if (!isId(participant)) return undefined
  return {
    participant: participant as ParticipantId,
    cursor: readPoint(cursor) ?? null,
    editing: isId(editing) ? (editing as NoteId) : null,
    caret: isOffset(caret) ? caret : undefined,
    drag: readDrag(drag),
    follows: isId(follows) ? (follows as ParticipantId) : undefined,
    view: parseBox(view, VIEW_SIDES),
  }
}

function readDrag(value: unknown): Drag | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { ids, by } = value as { ids?: unknown; by?: unknown }
  const distance = readPoint(by)
  if (!Array.isArray(ids) || !distance) return undefined
  return { ids: ids.slice(0, MOST_DRAGGED).filter((id): id is NoteId => isId(id)), by: distance }
}

const isOffset = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
