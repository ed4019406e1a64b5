import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { CARD_TEXTS, HELP_KINDS, NOTE_KINDS, type Wall } from '#shared/wall/schema.ts'
import { can } from '#shared/permissions/can.ts'
import type { Role } from '#shared/permissions/roles.ts'

/** Who edits, and how an edit of theirs is told from all others. */
export interface Hand {
  readonly role: Role
  readonly participant: ParticipantId
  readonly name: string
  readonly country: string
  /** A word that nobody has written before and nobody will again. */
  readonly newWord: () => string
}

/** An edit that the interface would offer this person on the wall as they see it; `undefined` when none came to mind. */
export function inventEdit(random: () => number, wall: Wall, hand: Hand): Edit | undefined {
  for (let attempt = 0; attempt < 10; attempt++) {
    const edit = inventAny(random, wall, hand)
    if (edit && can(hand.role, hand.participant, edit, wall)) return edit
  }
  return undefined
}

function inventAny(random: () => number, wall: Wall, { participant, name, country, newWord }: Hand): Edit | undefined {
  const below = (count: number): number => Math.floor(random() * count)
  const oneOf = <T>(all: readonly T[]): T | undefined => all[below(all.length)]
  const at = [below(2000), below(2000)] as const
  const place: Edit = { type: 'placeNote', id: newWord() as NoteId, kind: NOTE_KINDS[below(2)] ?? 'need', at, text: newWord(), lang: 'en', name, country }
  const notes = [...wall.notes.values()]
  const note = oneOf(notes.filter(({ author }) => author === participant || random() < 0.2))
  if (!note || random() < 0.1) return place
  const { id, text, kind } = note
  const splice = (length: number) => ({ offset: below(length + 1), remove: below(4), insert: newWord() })
  const other = oneOf(notes.filter((candidate) => candidate.kind !== kind))
  const pair = other && (kind === 'need' ? pairIdOf(id, other.id) : pairIdOf(other.id, id))
  const facts = pair && wall.pairs.get(pair)?.facts
  const kindOfEdit = below(pair ? 14 : 7)
  switch (kindOfEdit) {
    case 0:
      return { type: 'moveNote', id, to: at }
    case 1:
      if (random() < 0.3) return { type: 'setWithheld', id, withheld: note.withheld === undefined }
      return { type: 'setKind', id, kind: NOTE_KINDS[below(2)] ?? 'need' }
    case 2:
      return random() < 0.3 ? { type: 'binNote', id } : { type: 'setLanguage', id, lang: oneOf(['en', 'fr', 'ar']) ?? 'en' }
    case 3:
    case 4:
    case 5:
    case 6:
      return { type: 'spliceText', id, ...splice(text.length) }
  }
  if (!pair) return undefined
  switch (kindOfEdit) {
    case 7:
      return { type: 'showInterest', pair, side: kind, line: newWord() }
    case 8:
    case 9:
      return { type: 'answerInterest', pair, side: kind, to: facts?.interest[kind === 'need' ? 'offer' : 'need']?.at ?? 0, accepted: random() < 0.8, line: newWord() }
    case 10:
      return { type: oneOf(['dismissPair', 'recallPair', 'reopenPair'] as const) ?? 'dismissPair', pair }
    case 11:
      return { type: 'spliceCard', pair, field: oneOf(CARD_TEXTS) ?? 'what', ...splice(0) }
    case 12:
      return { type: 'chooseOnCard', pair, field: 'helpKind', value: oneOf(HELP_KINDS) ?? '' }
    default:
      return random() < 0.7 ? { type: 'confirmCard', pair, side: kind } : { type: 'closePair', pair, state: 'done', line: newWord() }
  }
}
