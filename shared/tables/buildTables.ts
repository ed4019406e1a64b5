import { hasConfirmed } from '../wall/pairState.ts'
import { supportersOf } from '../wall/supportsOf.ts'
import type { Contacts } from '../record/buildRecord.ts'
import { orderNotes } from '../record/orderNotes.ts'
import { publishableWall } from '../record/publishableWall.ts'
import { IN_TOUCH, standingPairs, type StandingPair } from '../record/standingPairs.ts'
import { EMPTY_CARD, type Card, type CardField, type Language, type Note, type NoteKind, type PairState, type Wall } from '../wall/schema.ts'
import type { Cell, Column, Table } from './table.ts'

/** As they stand on the card. */
const CARD_FIELDS = Object.keys(EMPTY_CARD) as readonly CardField[]

/** Everything the tables say besides what is on the wall, in the reader's language. */
export interface TableWords {
  readonly language: Language
  readonly sheets: Readonly<Record<'notes' | 'pairs' | 'agreements' | 'people' | 'summary', string>>
  readonly headers: Readonly<Record<Header, string>>
  readonly figures: Readonly<Record<Figure, string>>
  readonly kinds: Readonly<Record<NoteKind, string>>
  readonly states: Readonly<Record<PairState, string>>
  readonly cardLabel: (field: Exclude<CardField, 'whoNeed' | 'whoOffer'>) => string
  /** What a field that is filled says. @param countries names of the countries of the two sides */
  readonly cardValue: (field: CardField, card: Card, countries: Readonly<Record<NoteKind, string>>) => string
  readonly languageName: (tag: string) => string
  readonly countryName: (code: string) => string
}

export type Header =
  | 'number' | 'kind' | 'text' | 'language' | 'name' | 'country' | 'code' | 'institution' | 'contact' | 'topics' | 'places' | 'writtenBy' | 'added' | 'matchedWith' | 'state'
  | 'needNumber' | 'needCountry' | 'need' | 'offerNumber' | 'offerCountry' | 'offer' | 'since' | 'why' | 'firstWords'
  | 'whoNeed' | 'whoOffer' | 'supportedBy' | 'confirmedNeed' | 'confirmedOffer' | 'closed' | 'closingWords' | 'needs' | 'offers' | 'notes' | 'what' | 'value'
type Figure =
  | 'title' | 'place' | 'firstDay' | 'lastDay' | 'date' | 'link' | 'themes' | 'notes' | 'needs' | 'offers' | 'countries' | 'people' | 'pairs' | 'inContact' | 'agreed'
  | 'needsMet' | 'needsOpen' | 'offersTaken' | 'offersOpen'

interface TableOptions {
  readonly words: TableWords
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly link: string | undefined
  /** In the reader's language; nothing where there is no vocabulary. */
  readonly topicsOf: (note: Note) => readonly string[]
  readonly reasonFor: (need: Note, offer: Note) => readonly string[]
  /** As in the record: without them there is no column for them. */
  readonly contacts?: Contacts | undefined
}

/** The wall as tables: notes, pairs, agreements, people, and a summary. Notes carry the numbers that they have in the PDF. */
export function buildTables(whole: Wall, options: TableOptions): readonly [notes: Table, ...others: Table[]] {
  const wall = publishableWall(whole)
  const { words } = options
  const { compare } = new Intl.Collator(words.language)
  const notes = orderNotes(wall.notes.values(), words.countryName, compare)
  const numbers = new Map(notes.map(({ id }, i) => [id, i + 1]))
  const pairs = standingPairs(wall)
  const number = (note: Note): number => numbers.get(note.id) ?? 0
  return [
    notesTable(notes, pairs, number, wall, options),
    pairsTable(pairs, number, options),
    agreementsTable(pairs, number, wall, words),
    peopleTable(wall, notes, number, options, compare),
    summaryTable(wall, pairs, options),
  ]
}

type NumberOf = (note: Note) => number

function notesTable(notes: readonly Note[], pairs: readonly StandingPair[], number: NumberOf, wall: Wall, { words, topicsOf }: TableOptions): Table {
  const columns: readonly Column[] = headed(words, [
    ['number', 6], ['kind', 9], ['text', 60], ['language', 12], ['name', 20], ['country', 20], ['code', 6], ['institution', 28],
    ['topics', 36], ['places', 8], ['writtenBy', 18], ['added', 17, 'time'], ['matchedWith', 14], ['state', 14],
  ])
  const rows = notes.map((note): readonly Cell[] => {
    const its = pairs.filter(({ need, offer, state }) => (need.id === note.id || offer.id === note.id) && state !== 'declined' && state !== 'dropped')
    const others = its.map(({ need, offer }) => number(need.id === note.id ? offer : need)).sort((a, b) => a - b)
    return [
      number(note), words.kinds[note.kind], note.text, words.languageName(note.lang), note.name, words.countryName(note.country), note.country.toUpperCase(),
      wall.people.get(note.author)?.institution || undefined, topicsOf(note).join('; ') || undefined, note.places, note.writtenBy, new Date(note.createdAt),
      others.join(', ') || undefined, its[0] && words.states[its[0].state],
    ]
  })
  return { name: words.sheets.notes, columns, rows }
}

function pairsTable(pairs: readonly StandingPair[], number: NumberOf, { words, reasonFor }: TableOptions): Table {
  const columns = headed(words, [
    ['needNumber', 8], ['needCountry', 18], ['need', 44], ['offerNumber', 8], ['offerCountry', 18], ['offer', 44], ['state', 14], ['since', 17, 'time'],
    ['why', 44], ['firstWords', 36],
  ])
  const rows = pairs.map(({ need, offer, state, facts }): readonly Cell[] => {
    const interests = [facts.interest.need, facts.interest.offer].filter((interest) => interest !== undefined).sort((a, b) => a.at - b.at)
    const said = [...interests, facts.answer.need, facts.answer.offer, facts.confirm.need, facts.confirm.offer, facts.outcome]
    const last = Math.max(...said.map((fact) => fact?.at ?? 0))
    return [
      number(need), words.countryName(need.country), need.text, number(offer), words.countryName(offer.country), offer.text, words.states[state],
      last > 0 ? new Date(last) : undefined, reasonFor(need, offer).join('; ') || undefined, interests[0]?.line || undefined,
    ]
  })
  return { name: words.sheets.pairs, columns, rows }
}

function agreementsTable(pairs: readonly StandingPair[], number: NumberOf, wall: Wall, words: TableWords): Table {
  const labelOf = (field: CardField): string => (field === 'whoNeed' || field === 'whoOffer' ? words.headers[field] : words.cardLabel(field))
  const columns: readonly Column[] = [
    ...headed(words, [['needNumber', 8], ['needCountry', 18], ['offerNumber', 8], ['offerCountry', 18], ['state', 12]]),
    ...CARD_FIELDS.map((field): Column => ({ header: labelOf(field), width: isDateField(field) ? 12 : 30, ...(isDateField(field) && { holds: 'date' }) })),
    ...headed(words, [['supportedBy', 30], ['confirmedNeed', 17, 'time'], ['confirmedOffer', 17, 'time'], ['closed', 17, 'time'], ['closingWords', 30]]),
  ]
  // What was agreed and set aside later belongs to what comes of a workshop, too.
  const agreed = pairs.filter(({ state, facts }) => state === 'agreed' || state === 'done' || (state === 'dropped' && facts.confirm.need && facts.confirm.offer))
  const rows = agreed.map(({ need, offer, state, facts, card }): readonly Cell[] => {
    const confirmed = (side: NoteKind): Date | undefined => {
      const at = hasConfirmed(facts, card, side) ? facts.confirm[side]?.at : undefined
      return at === undefined ? undefined : new Date(at)
    }
    const supporters = supportersOf(facts).flatMap(({ by }) => {
      const person = wall.people.get(by)
      return person ? [`${person.name} (${words.countryName(person.country)})`] : []
    })
    const countries = { need: words.countryName(need.country), offer: words.countryName(offer.country) }
    const fields = CARD_FIELDS.map((field): Cell => {
      const value = card[field]
      if (value === '') return undefined
      return isDateField(field) ? dayOf(value) : words.cardValue(field, card, countries)
    })
    return [
      number(need), countries.need, number(offer), countries.offer, words.states[state], ...fields,
      supporters.join('; ') || undefined, confirmed('need'), confirmed('offer'), facts.outcome && new Date(facts.outcome.at), facts.outcome?.line || undefined,
    ]
  })
  return { name: words.sheets.agreements, columns, rows }
}

const dayOf = (day: string | undefined): Date | undefined => (day === undefined ? undefined : new Date(`${day}T00:00:00Z`))
const isDateField = (field: string): boolean => field === 'byWhen' || field === 'untilWhen'

function peopleTable(wall: Wall, notes: readonly Note[], number: NumberOf, { words, contacts }: TableOptions, compare: (a: string, b: string) => number): Table {
  const columns = headed(words, [['name', 24], ['country', 20], ['code', 6], ['institution', 32], ...(contacts ? [['contact', 32] as const] : []), ['needs', 8], ['offers', 8], ['notes', 20]])
  interface Row { name: string; country: string; institution: string; contacts: Set<string>; notes: Note[] }
  const rows = new Map<string, Row>()
  const rowOf = (name: string, country: string): Row => {
    const key = `${country} ${name}`
    const row = rows.get(key) ?? { name, country, institution: '', contacts: new Set(), notes: [] }
    rows.set(key, row)
    return row
  }
  for (const { id, name, country, institution } of wall.people.values()) {
    const row = rowOf(name, country)
    row.institution ||= institution
    const contact = contacts?.get(id)
    if (contact !== undefined) row.contacts.add(contact)
  }
  // A note speaks for the name in its corner, also when somebody else held the pen and the person never joined.
  for (const note of notes) rowOf(note.name, note.country).notes.push(note)
  const sorted = [...rows.values()].sort((a, b) => compare(words.countryName(a.country), words.countryName(b.country)) || compare(a.name, b.name))
  const count = (row: Row, kind: NoteKind): number => row.notes.filter((note) => note.kind === kind).length
  return {
    name: words.sheets.people,
    columns,
    rows: sorted.map((row): readonly Cell[] => [
      row.name, words.countryName(row.country), row.country.toUpperCase(), row.institution || undefined, ...(contacts ? [[...row.contacts].join(', ') || undefined] : []), count(row, 'need'), count(row, 'offer'),
      row.notes.map(number).join(', ') || undefined,
    ]),
  }
}

function summaryTable(wall: Wall, pairs: readonly StandingPair[], { words, createdAt, link }: TableOptions): Table {
  const notes = [...wall.notes.values()]
  const touched = new Set<string>(pairs.filter(({ state }) => IN_TOUCH.has(state)).flatMap(({ need, offer }) => [need.id, offer.id]))
  const of = (kind: NoteKind, isTouched: boolean): number => notes.filter((note) => note.kind === kind && touched.has(note.id) === isTouched).length
  const inState = (...states: readonly PairState[]): number => pairs.filter(({ state }) => states.includes(state)).length
  const figures: Readonly<Record<Figure, Cell>> = {
    title: wall.settings.title,
    place: wall.settings.place,
    firstDay: dayOf(wall.settings.days?.first),
    lastDay: dayOf(wall.settings.days?.last),
    date: new Date(createdAt),
    link,
    themes: wall.settings.themes.join('; ') || undefined,
    notes: notes.length,
    needs: notes.filter(({ kind }) => kind === 'need').length,
    offers: notes.filter(({ kind }) => kind === 'offer').length,
    countries: new Set([...notes, ...wall.people.values()].map(({ country }) => country)).size,
    people: new Set([...notes, ...wall.people.values()].map(({ name, country }) => `${country} ${name}`)).size,
    pairs: pairs.length,
    inContact: inState('contacted'),
    agreed: inState('agreed', 'done'),
    needsMet: of('need', true),
    needsOpen: of('need', false),
    offersTaken: of('offer', true),
    offersOpen: of('offer', false),
  }
  return {
    name: words.sheets.summary,
    columns: headed(words, [['what', 36], ['value', 50]]),
    rows: (Object.keys(figures) as Figure[]).map((figure) => [words.figures[figure], figures[figure]]),
  }
}

const headed = (words: TableWords, columns: readonly (readonly [Header, number, ('date' | 'time')?])[]): readonly Column[] =>
  columns.map(([header, width, holds]) => ({ header: words.headers[header], width, ...(holds && { holds }) }))
