import * as Y from 'yjs'
import type { Edit } from '#shared/wall/edit.ts'
import { isId, type NoteId, type PairId, type ParticipantId } from '#shared/wall/ids.ts'
import { CARD_CHOICES, isChoice } from '#shared/wall/cardChoices.ts'
import { textOfKey } from '#shared/wall/cardTexts.ts'
import { NOTE_KINDS, type CardText } from '#shared/wall/schema.ts'
import { isTime } from '#shared/wall/dates.ts'
import { isPlaces } from '#shared/wall/places.ts'
import { readPoint } from '#shared/wall/readPoint.ts'
import { isInherited, isPlain } from './plainValue.ts'

/** What one field of a note or card takes, and which edit writing it is. */
export interface FieldRule {
  /** A text is a Y.Text, written in by many; everything else is one plain value. */
  readonly holds: 'text' | ((value: unknown) => boolean)
  /** Set when it is made and never again: whose a note is cannot change under a pair. */
  readonly isOnce: boolean
  readonly edit: Edit
}

/**
 * The longest name, word or line a room takes, in UTF-16 code units. Forms stop earlier (LIMITS); other programs' notes and
 * names may be longer than ours, and readers cut them.
 */
const LINE = 200
/** The longest text of a note, or of a field of a card. */
export const MOST_TEXT = 10_000
/** Fields that another program keeps in its own notes; ours read past them. */
const MOST_FIELDS = 24
const OWN_WORD = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/

export const isLine = (value: unknown): boolean => typeof value === 'string' && value.length <= LINE
export const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && isLine(value)
export const isCode = (value: unknown): boolean => typeof value === 'string' && /^[a-z]{2}$/.test(value)
const isSmall = (value: unknown): boolean => isPlain(value) && JSON.stringify(value).length <= 1000
/** Whoever may take a note out of the bin may also undo that, and it lies there again as before: `by` is not theirs then. */
const isBinned = (value: unknown): boolean =>
  isPlain(value) && typeof value === 'object' && value !== null && 'by' in value && isId(value.by) && 'at' in value && isTime(value.at)

const many = (holds: FieldRule['holds'], edit: Edit): FieldRule => ({ holds, isOnce: false, edit })
const once = (holds: FieldRule['holds'], edit: Edit): FieldRule => ({ holds, isOnce: true, edit })

/** @param person who writes it; @returns `undefined` where a note has no such field */
export function noteField(field: string, id: NoteId, person: ParticipantId, present: number): FieldRule | undefined {
  const touch: Edit = { type: 'spliceText', id, offset: 0, remove: 0, insert: '' }
  switch (field) {
    case 'text':
      return many('text', touch)
    case 'at':
      return many((value) => readPoint(value) !== undefined, { type: 'moveNote', id, to: [0, 0] })
    case 'kind':
      return many((value) => NOTE_KINDS.some((kind) => kind === value), { type: 'setKind', id, kind: 'need' })
    case 'lang':
      return many(isLine, { type: 'setLanguage', id, lang: '' })
    case 'places':
      // Whatever the note is now: it may have been made a need while this was under way. Readers ask for an offer.
      return many(isPlaces, { type: 'setPlaces', id, places: 1 })
    case 'withheld':
      return many((value) => value === true, { type: 'setWithheld', id, withheld: true })
    case 'binned':
      return many(isBinned, { type: 'binNote', id })
    case 'author':
      return once((value) => value === person, touch)
    case 'name':
      return once(isFilled, touch)
    case 'country':
      return once(isCode, touch)
    case 'createdAt':
      return once(isTime, touch)
    case 'imported':
      return once(isFilled, { type: 'placeNote', id, kind: 'need', at: [0, 0], text: '', lang: '', name: '', country: '', imported: 'x' })
    case 'writtenBy':
      return once(isFilled, { type: 'placeNote', id, kind: 'need', at: [0, 0], text: '', lang: '', name: '', country: '', writtenBy: 'x' })
    default:
      return OWN_WORD.test(field) && !isInherited(field) && present < MOST_FIELDS ? many(isSmall, touch) : undefined
  }
}

export function cardField(field: string, pair: PairId): FieldRule | undefined {
  const text = textOfKey(field)
  if (text !== undefined) return { holds: 'text', isOnce: false, edit: splice(pair, text) }
  const choice = CARD_CHOICES.find((known) => known === field)
  if (choice === undefined) return undefined
  return { holds: (value) => isChoice(choice, value), isOnce: false, edit: { type: 'chooseOnCard', pair, field: choice, value: '' } }
}

const splice = (pair: PairId, field: CardText): Edit => ({ type: 'spliceCard', pair, field, offset: 0, remove: 0, insert: '' })

/** The one plain value an item sets a key to; `undefined` when it holds something else. */
export function plainIn(content: Y.Item['content']): { value: unknown } | undefined {
  return content instanceof Y.ContentAny && content.arr.length === 1 ? { value: content.arr[0] as unknown } : undefined
}
