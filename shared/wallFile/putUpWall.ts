import * as Y from 'yjs'
import { isCountry } from '../countries/isCountry.ts'
import { unpackVocabulary } from '../matching/packVocabulary.ts'
import { cardKey } from '../wall/cards.ts'
import { notesOfPair, pairIdOf, type NoteId, type PairId, type ParticipantId } from '../wall/ids.ts'
import { pairKey } from '../wall/pairFacts.ts'
import { CARD_TEXTS, LIMITS, ROOT, SCHEMA_VERSION, type Card, type Meetings, type Note, type Pair, type Wall } from '../wall/schema.ts'
import { sectionValue } from '../wall/sections.ts'
import { wordKey } from '../wall/taughtWords.ts'

interface PutUpOptions {
  /** The new wall's; else that of the file. */
  readonly title?: string | undefined
  /** A new id each time. */
  readonly newId: () => string
}

/**
 * Writes a whole wall that was read from a file into an empty document: the same content under new ids, so that a wall and its
 * copy are never taken for one. Every note says that it was brought in, and from which wall. What belongs to the moment
 * (the lock, what everybody looks at) stays behind.
 */
export function putUpWall(doc: Y.Doc, wall: Wall, { title, newId }: PutUpOptions): void {
  const { settings, notes, people, pairs, words, sections } = wall
  const notesNow = inOrder([...notes.keys()], newId)
  const peopleNow = new Map<string, ParticipantId>(Array.from(people.keys(), (id) => [id, newId() as ParticipantId]))
  const person = (id: ParticipantId): ParticipantId => {
    const known = peopleNow.get(id) ?? (newId() as ParticipantId)
    peopleNow.set(id, known)
    return known
  }
  const from = settings.title.trim().slice(0, LIMITS.title)
  doc.transact(() => {
    const board = { settings: doc.getMap(ROOT.settings), notes: doc.getMap(ROOT.notes), people: doc.getMap(ROOT.people), pairs: doc.getMap(ROOT.pairs), cards: doc.getMap(ROOT.cards), words: doc.getMap(ROOT.words), sections: doc.getMap(ROOT.sections) }
    const said = {
      schema: SCHEMA_VERSION,
      title: (title?.trim() || from).slice(0, LIMITS.title),
      ...(settings.place !== undefined && { place: settings.place }),
      ...(settings.days && { days: { ...settings.days } }),
      language: settings.language,
      themes: settings.themes.slice(0, 30).map((theme) => theme.slice(0, LIMITS.title)),
      countries: [...new Set(settings.countries)].filter(isCountry),
      room: settings.room,
      ...(settings.meetings && { meetings: meetingsOf(settings.meetings, notesNow, person) }),
      // As the room would: one that cannot be read is as if it were not there.
      ...(settings.vocabulary !== undefined && unpackVocabulary(settings.vocabulary) && { vocabulary: settings.vocabulary }),
    }
    for (const [key, value] of Object.entries(said)) board.settings.set(key, value)
    for (const { id, name, country, institution, spot } of people.values()) board.people.set(person(id), { name, country, institution, ...(spot && { spot }) })
    for (const note of notes.values()) {
      const id = notesNow.get(note.id)
      if (id !== undefined) board.notes.set(id, noteEntry(note, person(note.author), from))
    }
    for (const pair of pairs.values()) {
      const [need, offer] = [notesNow.get(pair.need), notesNow.get(pair.offer)]
      if (need === undefined || offer === undefined) continue
      const id = pairIdOf(need as NoteId, offer as NoteId)
      for (const [key, value] of factsOf(id, pair, person)) board.pairs.set(key, value)
      board.cards.set(cardKey(id, doc.clientID), cardEntry(pair.card))
    }
    for (const { language, word, by, at, topics } of words) board.words.set(wordKey(language, word), { by: person(by), at, topics: [...topics] })
    for (const section of sections.values()) board.sections.set(newId(), sectionValue(section))
  })
}

/** A round of meetings that was published; who would have met about a note that is not there does not. */
function meetingsOf({ by, at, startsAt, minutes, rounds }: Meetings, notesNow: ReadonlyMap<string, string>, person: (id: ParticipantId) => ParticipantId): Meetings {
  const pairNow = (pair: PairId): readonly PairId[] => {
    const ends = notesOfPair(pair)
    const [need, offer] = [notesNow.get(ends?.need ?? ''), notesNow.get(ends?.offer ?? '')]
    return need === undefined || offer === undefined ? [] : [pairIdOf(need as NoteId, offer as NoteId)]
  }
  return { by: person(by), at, startsAt, minutes, rounds: rounds.map((round) => round.flatMap(pairNow)) }
}

/** New ids in the order of the old ones: what is sorted by id, where nothing else tells, stays as it was. */
function inOrder(ids: readonly string[], newId: () => string): ReadonlyMap<string, string> {
  const fresh = ids.map(newId).sort()
  // As they stand in the id of a pair, where a longer one may come before a shorter one.
  const before = [...ids].sort((a, b) => (`${a}~` < `${b}~` ? -1 : 1))
  return new Map(before.map((id, at) => [id, fresh[at] ?? newId()]))
}

function noteEntry({ kind, text, name, country, lang, at, createdAt, writtenBy, places, withheld, imported }: Note, author: ParticipantId, from: string): Y.Map<unknown> {
  const entry = new Y.Map<unknown>(Object.entries({ kind, text: new Y.Text(text), author, name, country, lang, at: [...at], createdAt }))
  if (writtenBy !== undefined) entry.set('writtenBy', writtenBy)
  if (places !== undefined) entry.set('places', places)
  if (withheld) entry.set('withheld', true)
  // It came from where it first came from.
  const origin = imported ?? from
  if (origin) entry.set('imported', origin)
  return entry
}

function factsOf(id: PairId, { facts }: Pair, person: (id: ParticipantId) => ParticipantId): [key: string, value: unknown][] {
  const by = <T extends { by: ParticipantId }>(fact: T) => ({ ...fact, by: person(fact.by) })
  const ofSides = (['interest', 'answer', 'later', 'confirm'] as const).flatMap((name) =>
    (['need', 'offer'] as const).flatMap((side): [string, unknown][] => {
      const fact = facts[name][side]
      return fact ? [[pairKey(id, name, side), by(fact)]] : []
    }),
  )
  const { outcome, suggestion } = facts
  return [
    ...ofSides,
    ...(outcome ? [[pairKey(id, 'outcome'), by(outcome)] as [string, unknown]] : []),
    ...(suggestion ? [[pairKey(id, 'suggestion'), by(suggestion)] as [string, unknown]] : []),
    ...Array.from(facts.support.values(), (fact): [string, unknown] => [pairKey(id, 'support', person(fact.by)), by(fact)]),
    ...Array.from(facts.supported, ([supporter, fact]): [string, unknown] => [pairKey(id, 'supported', person(supporter)), by(fact)]),
    // When it was said is not read; the key alone says by whom.
    ...Array.from(facts.dismissed, ([whose, { need, offer }]): [string, unknown] => [
      pairKey(id, 'dismissed', person(whose)), { at: 0, ...(need !== undefined && { need }), ...(offer !== undefined && { offer }) },
    ]),
  ]
}

function cardEntry(card: Card): Y.Map<unknown> {
  const entry = new Y.Map<unknown>(Object.entries(card))
  for (const field of CARD_TEXTS) entry.set(field, new Y.Text(card[field]))
  return entry
}
