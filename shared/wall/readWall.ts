import * as Y from 'yjs'
import { cardsByPair, readCard } from './cards.ts'
import { isTime } from './dates.ts'
import { isId, notesOfPair, type NoteId, type PairId, type ParticipantId, type SectionId } from './ids.ts'
import { parseLikeness, type Likeness } from './likenesses.ts'
import { parseMeetings } from './meetings.ts'
import { isPlaces } from './places.ts'
import { NO_FACTS, parsePairKey, withFact } from './pairFacts.ts'
import { pairState } from './pairState.ts'
import { readPoint } from './readPoint.ts'
import { parseSection } from './sections.ts'
import { parseLaser, parseShown } from './shown.ts'
import { areMeanings, MOST_TAUGHT, parseWordKey } from './taughtWords.ts'
import {
  isLanguage,
  LIMITS,
  NOTE_KINDS,
  ROOM_VIEWS,
  ROOT,
  SCHEMA_VERSION,
  SECTION_LIMITS,
  type BinnedNote,
  type Deed,
  type Note,
  type Pair,
  type Person,
  type Restoration,
  type Section,
  type Settings,
  type TaughtWord,
  type Wall,
} from './schema.ts'
import { parseDays } from './workshopDays.ts'

/**
 * The one reader of the board: the whole document as plain data.
 * What another client wrote wrongly (a place at 1e308, a missing name, an unknown kind) is left out or mended here, so
 * that nothing past this point has to doubt it. To follow a live document, use `watchWall`.
 */
export function readWall(doc: Y.Doc): Wall {
  const notes: Note[] = []
  for (const [id, value] of doc.getMap(ROOT.notes)) {
    const note = readNote(id, value)
    if (note) notes.push(note)
  }
  return {
    settings: readSettings(doc),
    notes: inPaintOrder(notes),
    pairs: readPairs(doc),
    people: readPeople(doc),
    words: readWords(doc),
    sections: readSections(doc),
    likenesses: readLikenesses(doc),
  }
}

/** The notes that were deleted, the one deleted last first; a note is never taken out of the document, only marked. */
export function readBin(doc: Y.Doc): readonly BinnedNote[] {
  const binned: BinnedNote[] = []
  for (const [id, value] of doc.getMap(ROOT.notes)) {
    if (!isMap(value) || !value.has('binned')) continue
    const note = readAnyNote(id, value)
    if (note) binned.push({ note, deleted: readDeed(value.get('binned')) })
  }
  return binned.sort((a, b) => (b.deleted?.at ?? 0) - (a.deleted?.at ?? 0) || (a.note.id < b.note.id ? -1 : 1))
}

export function inPaintOrder(notes: readonly Note[]): ReadonlyMap<NoteId, Note> {
  const ordered = [...notes].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  return new Map(ordered.map((note) => [note.id, note]))
}

/** @returns `undefined` when it is no note, or lies in the bin */
export const readNote = (id: string, value: unknown): Note | undefined => (isMap(value) && value.has('binned') ? undefined : readAnyNote(id, value))

/** A note on the wall or in the bin. */
function readAnyNote(id: string, value: unknown): Note | undefined {
  if (!isId(id) || !isMap(value)) return undefined
  const kind = NOTE_KINDS.find((known) => known === value.get('kind'))
  const text = value.get('text')
  const author = value.get('author')
  const name = value.get('name')
  const country = value.get('country')
  const at = readPoint(value.get('at'))
  if (!kind || !(text instanceof Y.Text) || !isId(author) || !at) return undefined
  if (!isName(name) || !isCountry(country)) return undefined
  const lang = value.get('lang')
  const createdAt = value.get('createdAt')
  const writtenBy = value.get('writtenBy')
  const places = value.get('places')
  const imported = value.get('imported')
  return {
    id: id as NoteId,
    kind,
    text: text.toJSON(),
    author: author as ParticipantId,
    name: name.slice(0, LIMITS.name),
    country,
    lang: typeof lang === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : 'und',
    at,
    createdAt: isTime(createdAt) ? createdAt : 0,
    writtenBy: typeof writtenBy === 'string' && writtenBy ? writtenBy.slice(0, LIMITS.name) : undefined,
    // What stays of an offer that was made a need is not read.
    places: kind === 'offer' && isPlaces(places) ? places : undefined,
    // Whatever another program put there: it meant to keep the note back.
    ...(value.has('withheld') && { withheld: true as const }),
    ...(isName(imported) && { imported: imported.slice(0, LIMITS.title) }),
  }
}

/** `instanceof` alone would make every value `any`. */
const isMap = (value: unknown): value is Y.Map<unknown> => value instanceof Y.Map

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** `Intl.DisplayNames` throws at anything else. */
const isCountry = (value: unknown): value is string => typeof value === 'string' && /^[a-z]{2}$/.test(value)

export function readPairs(doc: Y.Doc): ReadonlyMap<PairId, Pair> {
  const cards = cardsByPair(doc.getMap(ROOT.cards))
  const facts = new Map<PairId, Pair['facts']>()
  for (const [key, value] of doc.getMap(ROOT.pairs)) {
    const parsed = parsePairKey(key)
    if (parsed) facts.set(parsed.pair, withFact(facts.get(parsed.pair) ?? NO_FACTS, parsed.fact, parsed.whose, value))
  }
  const pairs = new Map<PairId, Pair>()
  for (const id of [...facts.keys()].sort()) {
    const notes = notesOfPair(id)
    const known = facts.get(id)
    if (!notes || !known) continue
    const card = readCard(cards.get(id) ?? [])
    pairs.set(id, { id, ...notes, facts: known, card, state: pairState(known, card) })
  }
  return pairs
}

export function readPeople(doc: Y.Doc): ReadonlyMap<ParticipantId, Person> {
  const people = new Map<ParticipantId, Person>()
  for (const [id, value] of doc.getMap<Partial<Person> | undefined>(ROOT.people)) {
    if (!isId(id) || !isName(value?.name) || !isCountry(value.country)) continue
    const institution = typeof value.institution === 'string' ? value.institution : ''
    const spot = typeof value.spot === 'string' ? value.spot.slice(0, LIMITS.title) : ''
    people.set(id as ParticipantId, {
      id: id as ParticipantId,
      name: value.name.slice(0, LIMITS.name),
      country: value.country,
      institution: institution.slice(0, LIMITS.title),
      ...(spot && { spot }),
    })
  }
  return people
}

export function readWords(doc: Y.Doc): readonly TaughtWord[] {
  const values = doc.getMap<{ topics?: unknown } | undefined>(ROOT.words)
  const words: TaughtWord[] = []
  for (const key of [...values.keys()].sort()) {
    const value = values.get(key)
    const parsed = parseWordKey(key)
    const taught = readDeed(value)
    if (parsed && taught && areMeanings(value?.topics)) words.push({ ...parsed, ...taught, topics: [...value.topics] })
  }
  return words.slice(0, MOST_TAUGHT)
}

export function readSections(doc: Y.Doc): ReadonlyMap<SectionId, Section> {
  const values = doc.getMap(ROOT.sections)
  const sections = new Map<SectionId, Section>()
  for (const id of [...values.keys()].sort()) {
    if (sections.size === SECTION_LIMITS.count) break
    const section = isId(id) ? parseSection(id as SectionId, values.get(id)) : undefined
    if (section) sections.set(section.id, section)
  }
  return sections
}

export function readLikenesses(doc: Y.Doc): readonly Likeness[] {
  const values = doc.getMap(ROOT.likenesses)
  return [...values.keys()].sort().flatMap((key) => parseLikeness(key, values.get(key)) ?? [])
}

export function readSettings(doc: Y.Doc): Settings {
  const settings = doc.getMap(ROOT.settings)
  const language = settings.get('language')
  const title = settings.get('title')
  const schema = settings.get('schema')
  const vocabulary = settings.get('vocabulary')
  const place = settings.get('place')
  const days = parseDays(settings.get('days'))
  const erased = settings.get('erased')
  const anonymised = readDeed(settings.get('anonymised'))
  return {
    schema: typeof schema === 'number' ? schema : SCHEMA_VERSION,
    title: typeof title === 'string' ? title : '',
    ...(isName(place) && { place: place.trim().slice(0, LIMITS.title) }),
    ...(days && { days }),
    language: isLanguage(language) ? language : 'en',
    themes: readStrings(settings.get('themes')),
    countries: readStrings(settings.get('countries')),
    locked: readDeed(settings.get('locked')),
    restored: readRestoration(settings.get('restored')),
    ...(isTime(erased) && { erased }),
    ...(anonymised && { anonymised }),
    meetings: parseMeetings(settings.get('meetings')),
    room: ROOM_VIEWS.find((view) => view === settings.get('room')) ?? 'wall',
    shown: parseShown(settings.get('shown')),
    laser: parseLaser(settings.get('laser')),
    vocabulary: typeof vocabulary === 'string' && vocabulary.length <= LIMITS.vocabulary ? vocabulary : undefined,
  }
}

function readDeed(value: unknown): Deed | undefined {
  const { by, at } = (value ?? {}) as Partial<Record<keyof Deed, unknown>>
  return isId(by) && isTime(at) ? { by: by as ParticipantId, at } : undefined
}

function readRestoration(value: unknown): Restoration | undefined {
  const { to } = (value ?? {}) as Partial<Record<keyof Restoration, unknown>>
  const done = readDeed(value)
  return done && isTime(to) ? { ...done, to } : undefined
}

const readStrings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
