import type { TextDirection } from '../layout/textDirection.ts'
import type { NoteId, ParticipantId } from '../wall/ids.ts'
import { hasConfirmed } from '../wall/pairState.ts'
import { CARD_FIELDS, type Card, type CardField, type Language, type Note, type NoteKind, type PairState, type Side, type Wall, type WorkshopDays } from '../wall/schema.ts'
import { BONDS, countRegion, type Fate } from '../region/countRegion.ts'
import { orderNotes } from './orderNotes.ts'
import { publishableWall } from './publishableWall.ts'
import { WHOLE_RECORD, type RecordChoice } from './recordChoice.ts'
import { isolate } from './setWords.ts'
import { IN_TOUCH, standingPairs, STATE_ORDER, type StandingPair } from './standingPairs.ts'
import { supportersOf } from '../wall/supportsOf.ts'
import type { RecordAgreement, RecordCountry, RecordRegion, RecordLabels, RecordNote, RecordPair, WallRecord } from './WallRecord.ts'

type Figure = 'notes' | 'countries' | 'people' | 'agreements' | 'unmetNeeds'

/** Everything the record says besides what is on the wall, in the reader's language. */
export interface RecordWords {
  readonly language: Language
  readonly dir: TextDirection
  readonly labels: RecordLabels
  readonly noTitle: string
  readonly states: Readonly<Record<PairState, string>>
  readonly cardLabel: (field: CardField, countries: Readonly<Record<Side, string>>) => string
  /** Empty while it is open. */
  readonly cardValue: (field: CardField, card: Card, countries: Readonly<Record<Side, string>>) => string
  readonly open: string
  /** Before those who support an agreement. */
  readonly support: string
  /** Before how to reach the two sides of an agreement and who supports it. */
  readonly contacts: string
  readonly countryName: (code: string) => string
  /** @param ms since 1970 */
  readonly date: (ms: number) => string
  /** @param taken the day on which the record was made, in words */
  readonly days: (days: WorkshopDays, taken: string) => string
  readonly figure: (figure: Figure, count: number) => string
  readonly fate: (kind: NoteKind, fate: Fate, count: number) => string
  readonly who: (name: string, country: string) => string
  readonly writtenBy: (name: string) => string
  /** @param from title of the wall, or name of the file */
  readonly imported: (from: string) => string
  readonly places: (number: number) => string
  readonly pairedWith: (state: string, numbers: string) => string
  readonly said: (what: 'suggest' | 'interest' | 'accept' | 'decline' | 'done' | 'dropped', who: string, date: string) => string
  readonly confirmed: (who: string, date: string) => string
}

export interface RecordOptions {
  readonly words: RecordWords
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Printed on the record; the caller sees to it that there is no key in it. */
  readonly link?: string | undefined
  /** The same to be scanned. */
  readonly qr?: WallRecord['qr']
  /** Everything, where nothing is said. */
  readonly choice?: RecordChoice | undefined
  /** What a note is about, the clearest first, in the reader's language. */
  readonly topicsOf?: ((note: Note) => readonly string[]) | undefined
  /** How to reach those who allowed that the record says so; nobody, where it is made without contacts. */
  readonly contacts?: Contacts | undefined
  /** Why two notes may belong together, as phrases in the reader's language. */
  readonly reasonFor?: ((need: Note, offer: Note) => readonly string[]) | undefined
}

/** Whom one may be told how to reach, and how. */
export type Contacts = ReadonlyMap<ParticipantId, string>
export const NO_CONTACTS: Contacts = new Map()

/** What a wall's record contains, in order and in words. Pairs of a note that is gone from the wall, or not to be published, are left out. */
export function buildRecord(whole: Wall, { words, createdAt, link, qr, choice = WHOLE_RECORD, contacts = NO_CONTACTS, topicsOf, reasonFor }: RecordOptions): WallRecord {
  const wall = publishableWall(whole)
  const compare = new Intl.Collator(words.language).compare
  const ordered = orderNotes(wall.notes.values(), words.countryName, compare)
  const numbers = new Map(ordered.map((note, i) => [note.id, i + 1]))
  const pairs = standingPairs(wall)
  const pairsOf = new Map<NoteId, StandingPair[]>()
  for (const pair of pairs) for (const { id } of [pair.need, pair.offer]) pairsOf.set(id, [...(pairsOf.get(id) ?? []), pair])
  const touched = new Set(pairs.filter(({ state }) => IN_TOUCH.has(state)).flatMap(({ need, offer }) => [need.id, offer.id]))
  const untouched = (kind: Side): readonly number[] =>
    ordered.flatMap((note, i) => (note.kind === kind && !touched.has(note.id) ? [i + 1] : []))

  const notes = ordered.map((note, i): RecordNote => ({
    number: i + 1,
    kind: note.kind,
    text: note.text,
    lang: note.lang,
    name: note.name,
    country: words.countryName(note.country),
    at: note.at,
    writtenBy: [note.writtenBy && words.writtenBy(note.writtenBy), note.imported && words.imported(note.imported)].filter(Boolean).join('  ·  ') || undefined,
    places: note.places === undefined ? undefined : words.places(note.places),
    pairedWith: pairedWith(note.id, pairsOf.get(note.id) ?? [], numbers, words),
  }))
  const countries = countriesOf(wall, ordered, contacts, words, compare)
  const agreements = pairs.flatMap((pair) => (pair.state === 'agreed' || pair.state === 'done' ? [agreementOf(pair, wall, numbers, contacts, words)] : []))
  const unmetNeeds = untouched('need')
  const clearest = new Map(ordered.map((note) => [note.id, [...new Set(topicsOf?.(note) ?? [])].slice(0, CLEAREST)]))
  const counts: Readonly<Record<Figure, number>> = {
    notes: notes.length,
    countries: countries.length,
    people: countries.reduce((sum, { people }) => sum + people.length, 0),
    agreements: agreements.length,
    unmetNeeds: unmetNeeds.length,
  }
  return {
    language: words.language,
    dir: words.dir,
    title: wall.settings.title.trim() || words.noTitle,
    place: wall.settings.place,
    themes: wall.settings.themes,
    createdAt,
    date: wall.settings.days ? words.days(wall.settings.days, words.date(createdAt)) : words.date(createdAt),
    link,
    qr,
    choice,
    labels: words.labels,
    figures: FIGURES.map((figure) => ({ count: counts[figure], label: words.figure(figure, counts[figure]) })),
    notes,
    countries,
    topics: topicsIn(ordered, clearest, compare),
    region: regionOf(wall, clearest, words),
    pairs: pairs.map((pair) => recordPair(pair, wall, numbers, words, reasonFor)),
    agreements,
    unmetNeeds,
    untakenOffers: untouched('offer'),
  }
}

/** A note counts for so many topics. */
const CLEAREST = 2

function topicsIn(ordered: readonly Note[], clearest: ReadonlyMap<NoteId, readonly string[]>, compare: (a: string, b: string) => number): WallRecord['topics'] {
  const topics = new Map<string, number[]>()
  for (const [i, note] of ordered.entries()) {
    for (const label of clearest.get(note.id) ?? []) topics.set(label, [...(topics.get(label) ?? []), i + 1])
  }
  return [...topics].map(([label, notes]) => ({ label, notes })).sort((a, b) => compare(a.label, b.label))
}

function regionOf(wall: Wall, clearest: ReadonlyMap<NoteId, readonly string[]>, words: RecordWords): RecordRegion {
  const { topics, gaps, fates, links } = countRegion(wall, clearest)
  const fateWords = (kind: NoteKind): Readonly<Record<Fate, string>> => ({
    agreed: words.fate(kind, 'agreed', fates[kind].agreed),
    contact: words.fate(kind, 'contact', fates[kind].contact),
    open: words.fate(kind, 'open', fates[kind].open),
  })
  return {
    topics: topics.map(({ id: label, all, byCountry }) => ({ label, ...all, countries: byCountry.size })),
    gaps: gaps.map(({ id: label }) => label),
    fates,
    fateWords: { need: fateWords('need'), offer: fateWords('offer') },
    links: links
      .map(({ needing, offering, pairs }) => ({
        needing: words.countryName(needing),
        offering: words.countryName(offering),
        pairs: pairs.agreed + pairs.contact + pairs.asked,
        furthest: BONDS.find((bond) => pairs[bond] > 0) ?? 'asked',
      }))
      .sort((a, b) => b.pairs - a.pairs),
  }
}

const FIGURES: readonly Figure[] = ['notes', 'countries', 'people', 'agreements', 'unmetNeeds']

type Numbers = ReadonlyMap<NoteId, number>

function pairedWith(id: NoteId, pairs: readonly StandingPair[], numbers: Numbers, words: RecordWords): readonly string[] {
  const phrases: string[] = []
  for (const state of STATE_ORDER) {
    if (state === 'declined' || state === 'dropped') continue
    const others = pairs.flatMap((pair) =>
      pair.state !== state ? [] : pair.need.id === id ? [numbers.get(pair.offer.id) ?? 0] : pair.offer.id === id ? [numbers.get(pair.need.id) ?? 0] : [],
    )
    if (others.length > 0) phrases.push(words.pairedWith(words.states[state], others.sort((a, b) => a - b).join(', ')))
  }
  return phrases
}

function recordPair(
  { need, offer, state, facts }: StandingPair,
  wall: Wall,
  numbers: Numbers,
  words: RecordWords,
  reasonFor: RecordOptions['reasonFor'],
): RecordPair {
  const said: { at: number; who: string; line: string }[] = []
  const add = (what: Parameters<RecordWords['said']>[0], fact: { by: ParticipantId; at: number; line: string }, side?: Note): void => {
    said.push({ at: fact.at, who: words.said(what, whoIs(fact.by, wall, words, side), words.date(fact.at)), line: fact.line })
  }
  if (facts.suggestion) add('suggest', facts.suggestion)
  for (const [side, note] of [['need', need], ['offer', offer]] as const) {
    const interest = facts.interest[side]
    const answer = facts.answer[side]
    if (interest) add('interest', interest, note)
    if (answer) add(answer.accepted ? 'accept' : 'decline', answer, note)
  }
  if (facts.outcome) add(facts.outcome.state, facts.outcome)
  return {
    need: numbers.get(need.id) ?? 0,
    offer: numbers.get(offer.id) ?? 0,
    state,
    stateWord: words.states[state],
    reasons: reasonFor?.(need, offer) ?? [],
    said: said.sort((a, b) => a.at - b.at).map(({ who, line }) => ({ who, line })),
  }
}

function agreementOf(pair: StandingPair, wall: Wall, numbers: Numbers, contacts: Contacts, words: RecordWords): RecordAgreement {
  const { need, offer, card, facts, state } = pair
  const sides = [['need', need] as const, ['offer', offer] as const]
  const countries = { need: words.countryName(need.country), offer: words.countryName(offer.country) }
  const value = (field: CardField): string => words.cardValue(field, card, countries) || words.open
  const { outcome } = facts
  const supporters = supportersOf(facts).map(({ by, line }) => [whoIs(by, wall, words, undefined), line.trim() && isolate(line.trim())].filter(Boolean).join(': '))
  const reached = new Set([need.author, offer.author, ...supportersOf(facts).map(({ by }) => by)])
  const ways = [...reached].flatMap((id) => {
    const contact = contacts.get(id)
    // By who they are and not by the corner of a note, which somebody else may have written for them.
    return contact === undefined ? [] : [`${whoIs(id, wall, words, undefined)}: ${isolate(contact)}`]
  })
  return {
    need: numbers.get(need.id) ?? 0,
    offer: numbers.get(offer.id) ?? 0,
    isDone: state === 'done',
    stateWord: words.states[state],
    what: value('what'),
    fields: [
      ...CARD_FIELDS.filter((field) => field !== 'what').map((field) => ({ label: words.cardLabel(field, countries), value: value(field) })),
      ...(supporters.length > 0 ? [{ label: words.support, value: supporters.join('\n') }] : []),
      ...(ways.length > 0 ? [{ label: words.contacts, value: ways.join('\n') }] : []),
    ],
    confirmed: [
      ...sides.flatMap(([side, note]) => {
        const confirmation = hasConfirmed(facts, card, side) ? facts.confirm[side] : undefined
        return confirmation ? [words.confirmed(whoIs(confirmation.by, wall, words, note), words.date(confirmation.at))] : []
      }),
      ...(outcome ? [words.said(outcome.state, whoIs(outcome.by, wall, words, sides.find(([, note]) => note.author === outcome.by)?.[1]), words.date(outcome.at))] : []),
    ],
  }
}

/** A person by the name they have on the wall; whoever wrote the note speaks by the name in its corner. */
function whoIs(id: ParticipantId, wall: Wall, words: RecordWords, note: Note | undefined): string {
  if (note?.author === id) return words.who(note.name, words.countryName(note.country))
  const person = wall.people.get(id)
  return person ? words.who(person.name, words.countryName(person.country)) : words.open
}

function countriesOf(
  wall: Wall,
  ordered: readonly Note[],
  contacts: Contacts,
  words: RecordWords,
  compare: (a: string, b: string) => number,
): readonly RecordCountry[] {
  const codes = new Set([...ordered.map(({ country }) => country), ...[...wall.people.values()].map(({ country }) => country)])
  return [...codes]
    .map((code): RecordCountry => {
      const notes = ordered.flatMap((note, i) => (note.country === code ? [{ ...note, number: i + 1 }] : []))
      const people = new Map<string, { name: string; institution: string; contact: string; notes: number[] }>()
      for (const { id, name, country, institution } of wall.people.values()) {
        if (country !== code) continue
        // One person on two devices is two on the wall.
        const ways = [people.get(name)?.contact, contacts.get(id)].filter((way) => way !== undefined && way !== '')
        people.set(name, { name, institution, contact: [...new Set(ways)].join(', '), notes: [] })
      }
      // A note speaks for the name in its corner, also when somebody else held the pen and the person never joined.
      for (const { name, number } of notes) {
        const person = people.get(name) ?? { name, institution: '', contact: '', notes: [] }
        person.notes.push(number)
        people.set(name, person)
      }
      return {
        name: words.countryName(code),
        notes: notes.map(({ number }) => number),
        people: [...people.values()].sort((a, b) => compare(a.name, b.name)),
      }
    })
    .sort((a, b) => compare(a.name, b.name))
}
