import type { Edit } from '#shared/wall/edit.ts'
import { notesOfPair, type NoteId, type PairId, type ParticipantId } from '#shared/wall/ids.ts'
import { answerOf, askedOf, otherSide } from '#shared/wall/pairState.ts'
import type { Role } from './roles.ts'
import { NOTE_KINDS, type Note, type Side, type Wall } from '#shared/wall/schema.ts'
import { SUPPORTABLE } from '#shared/wall/supportsOf.ts'
import { unreachable } from '#shared/wall/unreachable.ts'

/** Who wrote a note, in the bin or not; `undefined` when there is no such note. */
export type AuthorOf = (note: NoteId) => ParticipantId | undefined

/**
 * Whether this person may make such an edit at all. A facilitator may tidy, correct and speak for people without a device;
 * a participant changes what is theirs; a viewer changes nothing. It depends on nothing that somebody else can change
 * meanwhile, so an edit that was allowed when it was made is allowed when it arrives: the room asks this of everything
 * before it stores or passes it on.
 */
export function may(role: Role, person: ParticipantId | undefined, edit: Edit, authorOf: AuthorOf): boolean {
  if (role === 'viewer' || person === undefined) return false
  const mayChange = (id: NoteId): boolean => role === 'facilitator' || authorOf(id) === person
  switch (edit.type) {
    case 'greet':
    case 'dismissPair':
    case 'recallPair':
      return true
    case 'nameWall':
    case 'sayWhere':
    case 'sayWhen':
    case 'lockWall':
    case 'unlockWall':
    case 'publishMeetings':
    case 'withdrawMeetings':
    case 'showInRoom':
    case 'chooseVocabulary':
    case 'teachWord':
    case 'forgetWord':
    case 'suggestPair':
    case 'withdrawSuggestion':
    case 'setSection':
    case 'removeSection':
    case 'showEveryone':
    case 'stopShowing':
    case 'pointLaser':
    case 'stopLaser':
      return role === 'facilitator'
    case 'placeNote':
      return (edit.writtenBy === undefined && edit.imported === undefined) || role === 'facilitator'
    case 'moveNote':
    case 'spliceText':
    case 'setKind':
    case 'setLanguage':
    case 'setPlaces':
    case 'setWithheld':
    case 'binNote':
    case 'unbinNote':
      return mayChange(edit.id)
    case 'showInterest':
    case 'answerInterest':
    case 'answerLater':
    case 'declineSuggestion':
    case 'confirmCard':
      return ownSides(edit.pair, person, authorOf).includes(edit.side)
    case 'offerSupport':
    case 'withdrawSupport':
      return ownSides(edit.pair, person, authorOf).length === 0
    case 'spliceCard':
    case 'chooseOnCard':
    case 'closePair':
    case 'reopenPair':
    case 'answerSupport':
      return ownSides(edit.pair, person, authorOf).length > 0
    default:
      return unreachable(edit)
  }
}

/**
 * Whether this edit makes sense on the wall as it stands here, by somebody who may make it. The interface asks it before
 * it offers a button.
 */
export function can(role: Role, person: ParticipantId | undefined, edit: Edit, wall: Wall): boolean {
  // A note in the bin is not on the wall; it is taken out again as the undo of one's own, or by a facilitator.
  if (edit.type === 'unbinNote' && !wall.notes.has(edit.id)) return role !== 'viewer' && person !== undefined
  if (person === undefined || !may(role, person, edit, (note) => wall.notes.get(note)?.author)) return false
  switch (edit.type) {
    case 'showEveryone':
      return !('pair' in edit.sight) || wall.pairs.has(edit.sight.pair) || canMeet(wall, edit.sight.pair)
    case 'setPlaces':
      return wall.notes.get(edit.id)?.kind === 'offer'
    case 'showInterest':
      return canMeet(wall, edit.pair)
    case 'answerInterest':
      return canMeet(wall, edit.pair) && wall.pairs.get(edit.pair)?.facts.interest[otherSide(edit.side)]?.at === edit.to
    case 'answerLater':
      return canMeet(wall, edit.pair) && isAsked(wall, edit)
    case 'declineSuggestion':
      return canMeet(wall, edit.pair) && isAsked(wall, edit) && wall.pairs.get(edit.pair)?.facts.suggestion?.at === edit.to
    case 'suggestPair':
      return canMeet(wall, edit.pair) && !hasInterest(wall, edit.pair)
    case 'withdrawSuggestion':
      return wall.pairs.get(edit.pair)?.facts.suggestion !== undefined && !hasInterest(wall, edit.pair)
    case 'offerSupport':
      return canMeet(wall, edit.pair) && SUPPORTABLE.has(wall.pairs.get(edit.pair)?.state)
    case 'withdrawSupport':
      return wall.pairs.get(edit.pair)?.facts.support.has(person) === true
    case 'answerSupport':
      return canMeet(wall, edit.pair) && wall.pairs.get(edit.pair)?.facts.support.get(edit.supporter)?.at === edit.to
    case 'confirmCard':
    case 'spliceCard':
    case 'chooseOnCard':
    case 'closePair':
    case 'reopenPair':
      return canMeet(wall, edit.pair) && isInContact(wall, edit.pair)
    default:
      return true
  }
}

/** The sides of a pair whose notes this person wrote, for themselves or for somebody without a device. */
function ownSides(pair: PairId, person: ParticipantId, authorOf: AuthorOf): readonly Side[] {
  const notes = notesOfPair(pair)
  return notes ? NOTE_KINDS.filter((side) => authorOf(notes[side]) === person) : []
}

/** The sides of a pair this person speaks for, while its two notes can meet. */
export function sidesOf(wall: Wall, pair: PairId, person: ParticipantId | undefined): readonly Side[] {
  if (person === undefined || !canMeet(wall, pair)) return []
  return ownSides(pair, person, (note) => wall.notes.get(note)?.author)
}

function canMeet(wall: Wall, pair: PairId): boolean {
  const notes = notesOfPair(pair)
  const need = notes && wall.notes.get(notes.need)
  const offer = notes && wall.notes.get(notes.offer)
  return need !== undefined && offer !== undefined && canPair(need, offer)
}

/** A need meets an offer of somebody else, of another country. */
export function canPair(need: Note, offer: Note): boolean {
  return need.kind === 'need' && offer.kind === 'offer' && need.country !== offer.country
}

const isAsked = (wall: Wall, { pair, side, to }: { pair: PairId; side: Side; to: number }): boolean => {
  const facts = wall.pairs.get(pair)?.facts
  return facts !== undefined && askedOf(facts, side)?.at === to
}

const hasInterest = (wall: Wall, pair: PairId): boolean => NOTE_KINDS.some((side) => wall.pairs.get(pair)?.facts.interest[side])

function isInContact(wall: Wall, pair: PairId): boolean {
  const facts = wall.pairs.get(pair)?.facts
  if (!facts) return false
  const mutual = facts.interest.need !== undefined && facts.interest.offer !== undefined
  return mutual || answerOf(facts, 'need')?.accepted === true || answerOf(facts, 'offer')?.accepted === true
}
