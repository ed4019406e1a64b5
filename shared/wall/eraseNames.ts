import * as Y from 'yjs'
import { cardsByPair, pairOfCard } from './cards.ts'
import { textOfKey } from './cardTexts.ts'
import { notesOfPair, type NoteId, type PairId, type ParticipantId } from './ids.ts'
import { parsePairKey } from './pairFacts.ts'
import { readPairs, readPeople, readSettings } from './readWall.ts'
import { NOTE_KINDS, ROOT, type CardText, type Language, type Side } from './schema.ts'

/** What becomes of a person's notes: they stay without the name, or they go with all that was said about them. */
export type NotesOfErased = 'stay' | 'go'

/** Whose names are erased: everybody's, or one person's. */
export type Erasing = { readonly who: 'everybody'; readonly by: ParticipantId } | { readonly who: ParticipantId; readonly notes: NotesOfErased }

/** What was taken off the board. */
export interface ErasedNames {
  /** Entries in the list of people that lost their name. */
  readonly people: number
  /** Notes that stay, with the country and without the name. */
  readonly nameless: number
  /** Notes that are gone, with all that was said about them. */
  readonly notes: number
  /** Lines that people wrote to each other about pairs. */
  readonly lines: number
  /** Cards in which it said who acts. */
  readonly cards: number
}

/** Stands in a corner whose name was erased, in the wall's language: a corner is never blank. */
export const NAMELESS: Readonly<Record<Language, string>> = {
  ar: 'مشارك',
  en: 'A participant',
  es: 'Participante',
  fr: 'Participant',
  pt: 'Participante',
  ru: 'Участник',
  zh: '参与者',
}

/** What somebody says for themselves alone, and what was answered to it. */
const ALONE: ReadonlySet<string> = new Set(['dismissed', 'support', 'supported'])

const WHO: Readonly<Record<Side, CardText>> = { need: 'whoNeed', offer: 'whoOffer' }

/**
 * Takes names off the board, in the bin as well. Notes lose the name in their corner and keep the country; entries in the list of
 * people go, or keep the country alone when it is everybody's; lines that people wrote to each other go, and who acts by the cards. What was confirmed is changed
 * together with its card, so that an agreement stays one. A person's notes may go altogether; one of an agreement stays
 * without the name, for the other side's word hangs on it.
 * Values are replaced or deleted, never marked: a document that drops what is deleted keeps nothing of them. What was
 * erased before is erased once more without harm.
 * @param at milliseconds since 1970
 */
export function eraseNames(doc: Y.Doc, erasing: Erasing, at: number): ErasedNames {
  const [notes, people, pairs, cards] = [doc.getMap(ROOT.notes), doc.getMap(ROOT.people), doc.getMap(ROOT.pairs), doc.getMap(ROOT.cards)]
  const person = 'notes' in erasing ? erasing.who : undefined
  const doNotesGo = 'notes' in erasing && erasing.notes === 'go'
  const nameless = NAMELESS[readSettings(doc).language]
  const known = person === undefined ? undefined : readPeople(doc).get(person)
  const agreed = new Set<NoteId>([...readPairs(doc).values()].flatMap(({ need, offer, facts }) => (facts.confirm.need && facts.confirm.offer ? [need, offer] : [])))
  const count = { people: 0, nameless: 0, notes: 0, lines: 0, cards: 0 }
  /** Whose side of a pair is emptied. */
  const own = new Set<string>()
  const gone = new Set<string>()

  const eraseNote = (id: string, note: Y.Map<unknown>): void => {
    const isPen = note.get('author') === person
    const isForOther = isPen && typeof note.get('writtenBy') === 'string'
    // Somebody without a device may have had a note written for them before they joined.
    const isNamed = known !== undefined && note.get('name') === known.name && note.get('country') === known.country
    if ((person === undefined || isForOther) && note.has('writtenBy') && note.get('writtenBy') !== nameless) note.set('writtenBy', nameless)
    if (person !== undefined && (!isPen || isForOther) && !isNamed) return
    own.add(id)
    if (doNotesGo && !agreed.has(id as NoteId)) {
      notes.delete(id)
      gone.add(id)
      count.notes++
    } else if (note.get('name') !== nameless) {
      note.set('name', nameless)
      count.nameless++
    }
  }
  const erasePerson = (id: string, value: unknown): void => {
    if (person !== undefined && id !== person) return
    const { name, country } = (value ?? {}) as Readonly<Record<string, unknown>>
    if (name !== nameless || person !== undefined) count.people++
    if (person !== undefined) people.delete(id)
    else if (name !== nameless) people.set(id, { name: nameless, country, institution: '' })
  }
  const sidesOf = (pair: PairId): readonly Side[] => {
    const ids = notesOfPair(pair)
    return ids ? NOTE_KINDS.filter((side) => person === undefined || own.has(ids[side])) : []
  }
  const isGone = (pair: PairId): boolean => {
    const ids = notesOfPair(pair)
    return ids !== undefined && (gone.has(ids.need) || gone.has(ids.offer))
  }
  const eraseFact = (key: string, value: unknown): void => {
    const fact = parsePairKey(key)
    if (!fact || typeof value !== 'object' || value === null) return
    if (isGone(fact.pair) || (fact.whose === person && ALONE.has(fact.fact))) return pairs.delete(key)
    const said = value as Readonly<Record<string, unknown>>
    const changed = { ...said }
    if ((person === undefined || said.by === person) && typeof said.line === 'string' && said.line !== '') {
      changed.line = ''
      count.lines++
    }
    if (fact.fact === 'confirm' && typeof said.card === 'object') {
      changed.card = { ...said.card, ...Object.fromEntries(sidesOf(fact.pair).map((side) => [WHO[side], ''])) }
    }
    if (JSON.stringify(changed) !== JSON.stringify(said)) pairs.set(key, changed)
  }

  doc.transact(() => {
    for (const [id, note] of [...notes]) if (note instanceof Y.Map) eraseNote(id, note)
    for (const [id, value] of [...people]) erasePerson(id, value)
    for (const [pair, parts] of cardsByPair(cards)) if (emptyWho(parts, sidesOf(pair))) count.cards++
    for (const key of [...cards.keys()]) {
      const pair = pairOfCard(key)
      if (pair !== undefined && isGone(pair)) cards.delete(key)
    }
    for (const [key, value] of [...pairs]) eraseFact(key, value)
    const settings = doc.getMap(ROOT.settings)
    settings.set('erased', at)
    if ('by' in erasing) {
      settings.set('anonymised', { by: erasing.by, at })
      // What waits on people's devices, with their names, does not go up before a facilitator opens the wall.
      settings.set('locked', { by: erasing.by, at })
    }
  })
  return count
}

/** @returns whether there was anything */
function emptyWho(parts: readonly Y.Map<unknown>[], sides: readonly Side[]): boolean {
  let isEmptied = false
  for (const part of parts) {
    for (const [key, text] of part) {
      const field = textOfKey(key)
      if (!(text instanceof Y.Text) || text.length === 0 || !sides.some((side) => field === WHO[side])) continue
      text.delete(0, text.length)
      isEmptied = true
    }
  }
  return isEmptied
}
