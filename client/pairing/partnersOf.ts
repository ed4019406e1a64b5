import { canPair } from '#shared/permissions/can.ts'
import type { Role } from '#shared/permissions/roles.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note, Wall } from '#shared/wall/schema.ts'

interface Hand {
  readonly role: Role
  readonly person: ParticipantId | undefined
}

/**
 * Whether somebody may put these two notes together by hand: a need and an offer of different countries. One of them is
 * theirs, and it becomes an interest; a facilitator may take any two, and suggests it to both sides.
 */
export function mayPairByHand(one: Note, other: Note, { role, person }: Hand): boolean {
  if (role === 'viewer' || person === undefined) return false
  const fits = one.kind === 'need' ? canPair(one, other) : canPair(other, one)
  return fits && (role === 'facilitator' || one.author === person || other.author === person)
}

/** The notes that somebody may put together with this one, by hand: their own first, then the newest. */
export function partnersOf(wall: Wall, id: NoteId, hand: Hand): readonly Note[] {
  const note = wall.notes.get(id)
  if (!note) return []
  const partners = [...wall.notes.values()].toReversed().filter((other) => mayPairByHand(note, other, hand))
  return [...partners.filter(({ author }) => author === hand.person), ...partners.filter(({ author }) => author !== hand.person)]
}
