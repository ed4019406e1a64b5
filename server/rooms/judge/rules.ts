import * as Y from 'yjs'
import { may, type AuthorOf } from '#shared/permissions/can.ts'
import type { Role } from '#shared/permissions/roles.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairOfCard } from '#shared/wall/cards.ts'
import { isId, type NoteId, type PairId, type ParticipantId, type SectionId } from '#shared/wall/ids.ts'
import { parsePairKey } from '#shared/wall/pairFacts.ts'
import { isTime } from '#shared/wall/dates.ts'
import { parseMeetings } from '#shared/wall/meetings.ts'
import { parseSection } from '#shared/wall/sections.ts'
import { parseLaser, parseShown } from '#shared/wall/shown.ts'
import { LIMITS, NOTE_KINDS, ROOM_VIEWS, type Side } from '#shared/wall/schema.ts'
import { areMeanings, parseWordKey } from '#shared/wall/taughtWords.ts'
import { parseDays } from '#shared/wall/workshopDays.ts'
import { cardField, isCode, isFilled, isLine, MOST_TEXT, noteField, plainIn, type FieldRule } from './fieldRules.ts'
import type { Container, Spot } from './locate.ts'
import { unpackVocabulary } from '#shared/matching/packVocabulary.ts'
import { isInherited, isPlain } from './plainValue.ts'

/** Who sent a change. */
export interface Sender {
  readonly role: Role
  readonly person: ParticipantId
}

/** What the rules look up in the document, and in what was taken of the same update so far. */
export interface Facts {
  /** Also of a note that is gone. */
  readonly authorOf: AuthorOf
  /** Who wrote this very note (an entry may have been another one before). */
  authorIn(note: Y.Item): ParticipantId | undefined
  /** What a field holds now, as an item; `undefined` when it is not set. */
  field(entry: Y.Item, name: string): Y.Item | undefined
  fieldCount(entry: Y.Item): number
  /** UTF-16 code units in a text. */
  textLength(holder: Y.Item): number
}

/** What somebody does in one spot of the board. */
export type Deed =
  /** Sets the key, or writes into the text. */
  | { readonly does: 'put'; readonly content: Y.Item['content'] }
  /** Takes away what stands there. `withEntry`: as part of taking the whole note or card away, or of setting it anew. */
  | { readonly does: 'remove'; readonly withEntry: boolean }

/** Why this person may not do this here; `undefined` when they may. The decision itself is `may`'s. */
export function refusalOf(deed: Deed, { container, sub }: Spot, sender: Sender, facts: Facts): Refusal | undefined {
  switch (container.depth) {
    case 0:
      return sub === null || isInherited(sub) ? 'badPlace' : inRoot(deed, container.root, sub, sender, facts)
    case 1:
      return sub === null || isInherited(sub) ? 'badPlace' : inEntry(deed, container, sub, sender, facts)
    case 2:
      return inField(deed, container, sub, sender, facts)
  }
}

function inRoot(deed: Deed, root: Container['root'], key: string, sender: Sender, facts: Facts): Refusal | undefined {
  const allows = (edit: Edit): boolean => may(sender.role, sender.person, edit, facts.authorOf)
  switch (root) {
    case 'notes': {
      if (!isId(key)) return 'badPlace'
      const id = key as NoteId
      const before = facts.authorOf(id)
      if (deed.does === 'remove') return allows({ type: 'binNote', id }) ? undefined : 'notYours'
      // The id of a note stays with its author, also when the note is gone: what was agreed about it names it by that id.
      return before === undefined || before === sender.person ? puts(deed, isMap) : 'notYours'
    }
    case 'cards': {
      const pair = pairOfCard(key)
      if (pair === undefined) return 'badPlace'
      if (!allows({ type: 'closePair', pair, state: 'done', line: '' })) return 'notYours'
      return puts(deed, isMap)
    }
    case 'people':
      if (!isId(key)) return 'badPlace'
      return key === sender.person ? puts(deed, isPersonValue) : 'notYours'
    case 'pairs':
      return inPairs(deed, key, sender, allows)
    case 'settings':
      if (sender.role !== 'facilitator') return 'facilitatorOnly'
      return SETTINGS.has(key) ? puts(deed, (content) => isSetting(key, plainIn(content)?.value, sender.person)) : 'badPlace'
    case 'sections': {
      if (!isId(key)) return 'badPlace'
      const id = key as SectionId
      if (!allows({ type: 'removeSection', id })) return 'facilitatorOnly'
      return puts(deed, (content) => {
        const value = plainIn(content)?.value
        return isPlain(value) && parseSection(id, value) !== undefined
      })
    }
    case 'likenesses':
      return 'badPlace' // the server's alone
    case 'words': {
      const parsed = parseWordKey(key)
      if (!parsed) return 'badPlace'
      const edit: Edit = deed.does === 'put' ? { type: 'teachWord', ...parsed, topics: [] } : { type: 'forgetWord', ...parsed }
      return allows(edit) ? puts(deed, (content) => isTaught(content, sender.person)) : 'facilitatorOnly'
    }
  }
}

/** What a facilitator sets; `schema` is the server's alone. */
const SETTINGS: ReadonlySet<string> = new Set(['title', 'place', 'days', 'language', 'themes', 'countries', 'locked', 'meetings', 'room', 'shown', 'laser', 'vocabulary'])

function isSetting(key: string, value: unknown, person: ParticipantId): boolean {
  switch (key) {
    case 'title':
    case 'place':
      return isFilled(value)
    case 'days':
      return isPlain(value) && parseDays(value) !== undefined
    case 'meetings':
      return parseMeetings(value) !== undefined
    case 'room':
      return ROOM_VIEWS.some((view) => view === value)
    case 'shown':
      return isPlain(value) && parseShown(value)?.by === person
    case 'laser':
      return isPlain(value) && parseLaser(value)?.by === person
    case 'vocabulary':
      return typeof value === 'string' && value.length <= LIMITS.vocabulary && unpackVocabulary(value) !== undefined
    default:
      return isPlain(value ?? NaN)
  }
}

/** What everybody says for themselves alone, under their own id. */
const OWN_WORD: ReadonlySet<string> = new Set(['dismissed', 'support'])

function inPairs(deed: Deed, key: string, { person }: Sender, allows: (edit: Edit) => boolean): Refusal | undefined {
  const parsed = parsePairKey(key)
  if (!parsed) return 'badPlace'
  const { pair, fact, whose } = parsed
  const side = NOTE_KINDS.find((kind) => kind === whose)
  const edit = side ? ofSide(fact, pair, side) : ofPair(fact, pair, whose, deed.does)
  if (!edit) return 'badPlace'
  if (OWN_WORD.has(fact) && whose !== person) return 'notYours'
  if (!allows(edit)) return fact === 'suggestion' ? 'facilitatorOnly' : 'notYours'
  if (deed.does === 'remove' || deed.content instanceof Y.ContentDeleted) return undefined
  const value = plainIn(deed.content)?.value
  if (!isPlain(value) || typeof value !== 'object' || value === null || !('at' in value) || !isTime(value.at)) return 'badValue'
  if (fact === 'dismissed') return NOTE_KINDS.every((kind) => isQuote((value as Record<string, unknown>)[kind])) ? undefined : 'badValue'
  if (!('by' in value && value.by === person)) return 'notYou'
  if ('line' in value && !(typeof value.line === 'string' && value.line.length <= MOST_TEXT)) return 'badValue'
  return undefined
}

/** A note's text, quoted in a fact, or nothing. */
const isQuote = (text: unknown): boolean => text === undefined || (typeof text === 'string' && text.length <= LIMITS.noteText)

function ofSide(fact: string, pair: PairId, side: Side): Edit | undefined {
  switch (fact) {
    case 'interest':
      return { type: 'showInterest', pair, side, line: '' }
    case 'answer':
      return { type: 'answerInterest', pair, side, to: 0, accepted: true, line: '' }
    case 'later':
      return { type: 'answerLater', pair, side, to: 0 }
    case 'confirm':
      return { type: 'confirmCard', pair, side }
    default:
      return undefined
  }
}

function ofPair(fact: string, pair: PairId, whose: string, does: Deed['does']): Edit | undefined {
  if (fact === 'outcome' && whose === '') {
    return does === 'put' ? { type: 'closePair', pair, state: 'done', line: '' } : { type: 'reopenPair', pair }
  }
  if (fact === 'suggestion' && whose === '') return does === 'put' ? { type: 'suggestPair', pair, line: '' } : { type: 'withdrawSuggestion', pair }
  if (!isId(whose)) return undefined
  if (fact === 'support') return does === 'put' ? { type: 'offerSupport', pair, line: '' } : { type: 'withdrawSupport', pair }
  if (fact === 'supported') return { type: 'answerSupport', pair, supporter: whose as ParticipantId, to: 0, accepted: true }
  if (fact === 'dismissed') return does === 'put' ? { type: 'dismissPair', pair } : { type: 'recallPair', pair }
  return undefined
}

type InEntry = Extract<Container, { depth: 1 }>
type InField = Extract<Container, { depth: 2 }>

function ruleOf({ root, key, entry }: InEntry | InField, field: string, { role, person }: Sender, facts: Facts): FieldRule | Refusal {
  const authorOf: AuthorOf = (note) => (note === key ? facts.authorIn(entry) : facts.authorOf(note))
  const pair = root === 'cards' ? pairOfCard(key) : undefined
  const rule = root === 'notes' ? noteField(field, key as NoteId, person, facts.fieldCount(entry)) : pair !== undefined ? cardField(field, pair) : undefined
  if (!rule) return 'badPlace'
  if (may(role, person, rule.edit, authorOf)) return rule
  return (field === 'writtenBy' || field === 'imported') && facts.authorIn(entry) === person ? 'facilitatorOnly' : 'notYours'
}

function inEntry(deed: Deed, container: InEntry, field: string, sender: Sender, facts: Facts): Refusal | undefined {
  if (deed.does === 'remove' && deed.withEntry) return undefined // judged with the entry
  const rule = ruleOf(container, field, sender, facts)
  if (typeof rule === 'string') return rule
  if (deed.does === 'remove') return rule.isOnce ? 'notYours' : undefined
  const { content } = deed
  if (rule.isOnce) {
    const before = facts.field(container.entry, field)
    const was = before && plainIn(before.content)
    if (before && (!was || was.value !== plainIn(content)?.value)) return field === 'author' ? 'notYou' : 'notYours'
    if (before) return undefined // the same once more
  }
  if (content instanceof Y.ContentDeleted) return undefined
  if (rule.holds === 'text') return isText(content) ? undefined : 'badValue'
  const put = plainIn(content)
  if (put && rule.holds(put.value)) return undefined
  return field === 'author' ? 'notYou' : 'badValue'
}

function inField(deed: Deed, container: InField, sub: string | null, sender: Sender, facts: Facts): Refusal | undefined {
  if (deed.does === 'remove' && deed.withEntry) return undefined
  const rule = ruleOf(container, container.field, sender, facts)
  if (typeof rule === 'string') return rule
  if (rule.holds !== 'text' || sub !== null) return 'badPlace'
  if (deed.does === 'remove' || deed.content instanceof Y.ContentDeleted) return undefined
  // Letters alone: a text of the wall has no formats, pictures or types in it.
  if (!(deed.content instanceof Y.ContentString)) return 'badPlace'
  return facts.textLength(container.holder) + deed.content.getLength() <= MOST_TEXT ? undefined : 'tooLong'
}

/** An entry or value that is put must fit; to put something that is deleted already, or to remove, is always of the right shape. */
function puts(deed: Deed, fits: (content: Y.Item['content']) => boolean): Refusal | undefined {
  if (deed.does === 'remove' || deed.content instanceof Y.ContentDeleted) return undefined
  return fits(deed.content) ? undefined : 'badValue'
}

// Exactly these two: Yjs's other types inherit from them.
const isMap = (content: Y.Item['content']): boolean => content instanceof Y.ContentType && content.type.constructor === Y.Map
const isText = (content: Y.Item['content']): boolean => content instanceof Y.ContentType && content.type.constructor === Y.Text

function isPersonValue(content: Y.Item['content']): boolean {
  const value = plainIn(content)?.value
  if (!isPlain(value) || typeof value !== 'object' || value === null) return false
  const { name, country, institution = '', spot = '' } = value as Record<string, unknown>
  return isFilled(name) && isCode(country) && isLine(institution) && isLine(spot)
}

function isTaught(content: Y.Item['content'], person: ParticipantId): boolean {
  const value = plainIn(content)?.value
  if (!isPlain(value) || typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false
  const { by, at, topics } = value as Record<string, unknown>
  return by === person && isTime(at) && areMeanings(topics)
}
