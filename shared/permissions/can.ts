import type { Edit } from '#shared/wall/edit.ts'
import { notesOfPair, type NoteId, type PairId, type ParticipantId } from '#shared/wall/ids.ts'
import { answerOf, otherSide } from '#shared/wall/pairState.ts'
import type { Role } from './roles.ts'
import type { Note, Side, Wall } from '#shared/wall/schema.ts'
import { unreachable } from '#shared/wall/unreachable.ts'

/**
 * Whether a person may make this edit on this wall, now. The interface asks it before it offers a button.
 * A facilitator may tidy, correct and speak for people without a device; a participant changes what is theirs; a viewer
 * changes nothing.
 */
export function can(role: Role, person: ParticipantId | undefined, edit: Edit, wall: Wall): boolean {
  if (role === 'viewer' || person === undefined) return false
  const mayChange = (id: NoteId): boolean => role === 'facilitator' || wall.notes.get(id)?.author === person
  switch (edit.type) {
    case 'greet':
    case 'dismissPair':
    case 'recallPair':
      return true
    case 'placeNote':
      return edit.writtenBy === undefined || role === 'facilitator'
    case 'moveNote':
    case 'spliceText':
    case 'setKind':
    case 'setLanguage':
    case 'binNote':
      return mayChange(edit.id)
    case 'unbinNote':
      // The note is not on the wall while it lies in the bin; the interface offers this only as the undo of one's own.
      return true
    case 'showInterest':
      return sidesOf(wall, edit.pair, person).includes(edit.side)
    case 'answerInterest': {
      const asked = wall.pairs.get(edit.pair)?.facts.interest[otherSide(edit.side)]
      return asked?.at === edit.to && sidesOf(wall, edit.pair, person).includes(edit.side)
    }
    case 'confirmCard':
      return isInContact(wall, edit.pair) && sidesOf(wall, edit.pair, person).includes(edit.side)
    case 'spliceCard':
    case 'chooseOnCard':
    case 'closePair':
    case 'reopenPair':
      return isInContact(wall, edit.pair) && sidesOf(wall, edit.pair, person).length > 0
    default:
      return unreachable(edit)
  }
}

/** The sides of a pair this person speaks for: the notes they wrote, for themselves or for somebody without a device. */
export function sidesOf(wall: Wall, pair: PairId, person: ParticipantId | undefined): readonly Side[] {
  const notes = notesOfPair(pair)
  if (!notes || person === undefined) return []
  const need = wall.notes.get(notes.need)
  const offer = wall.notes.get(notes.offer)
  if (!need || !offer || !canPair(need, offer)) return []
  const sides: Side[] = []
  if (need.author === person) sides.push('need')
  if (offer.author === person) sides.push('offer')
  return sides
}

/** A need meets an offer of somebody else, of another country. */
export function canPair(need: Note, offer: Note): boolean {
  return need.kind === 'need' && offer.kind === 'offer' && need.country !== offer.country
}

function isInContact(wall: Wall, pair: PairId): boolean {
  const facts = wall.pairs.get(pair)?.facts
  if (!facts) return false
  const mutual = facts.interest.need !== undefined && facts.interest.offer !== undefined
  return mutual || answerOf(facts, 'need')?.accepted === true || answerOf(facts, 'offer')?.accepted === true
}
