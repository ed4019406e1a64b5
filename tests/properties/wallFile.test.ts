import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { packVocabulary } from '#shared/matching/packVocabulary.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { notesOfPair, pairIdOf, type NoteId, type PairId, type ParticipantId, type SectionId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { CARD_TEXTS, FOCAL_POINT, GBF_TARGETS, HELP_KINDS, LANGUAGES, NOTE_KINDS, PAYERS, ROOM_VIEWS, ROOT, type Settings, type Wall } from '#shared/wall/schema.ts'
import { buildWallFile } from '#shared/wallFile/buildWallFile.ts'
import { parseWallFile } from '#shared/wallFile/parseWallFile.ts'
import { putUpWall } from '#shared/wallFile/putUpWall.ts'

// Ids that stand nowhere else, so that they are told apart from words.
const NOTES = ['note0', 'note1', 'note2', 'note3'] as NoteId[]
const PEOPLE = ['pers0', 'pers1', 'pers2'] as ParticipantId[]

const note = fc.constantFrom(...NOTES)
const person = fc.constantFrom(...PEOPLE)
const pair = fc.tuple(note, note).map(([need, offer]) => pairIdOf(need, offer))
const side = fc.constantFrom(...NOTE_KINDS)
const section = fc.constantFrom('sect0', 'sect1') as fc.Arbitrary<SectionId>
const time = fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_005 })
const words = fc.constantFrom('Soil', 'мох и торф', 'تربة', '土🌱', '=cmd', 'a\nb', 'ends with a space ')
const line = fc.constantFrom('', 'May we visit?')
const splice = { offset: fc.nat(12), remove: fc.nat(4), insert: words }
const box = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }), width: fc.integer({ min: 40, max: 900 }), height: fc.integer({ min: 40, max: 900 }) }, { noNullPrototype: true })
const either = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined })
const language = fc.constantFrom(...LANGUAGES)
const country = fc.constantFrom('ke', 'fj', 'eu')
const labels = { ar: 'آبار', en: 'wells', es: 'pozos', fr: 'puits', pt: 'poços', ru: 'колодцы', zh: '水井' }
const vocabulary = packVocabulary({ name: 'Water', topics: [{ id: 'wells', labels, synonyms: {}, trigger: {}, abbreviations: [] }] })
/** Days of a card, kinds and the like. */
const choice = fc.oneof(
  fc.tuple(fc.constant('helpKind' as const), fc.constantFrom('', ...HELP_KINDS)),
  fc.tuple(fc.constantFrom('byWhen' as const, 'untilWhen' as const), fc.constantFrom('', '2027-02-15')),
  fc.tuple(fc.constant('payer' as const), fc.constantFrom('', ...PAYERS)),
  fc.tuple(fc.constant('focalPoint' as const), fc.constantFrom('', ...FOCAL_POINT)),
  fc.tuple(fc.constant('target' as const), fc.constantFrom('', ...GBF_TARGETS)),
)

type EditOf<T extends Edit['type']> = Extract<Edit, { type: T }>
/** All that an edit may carry: a field that is added to one has to be given here, too. */
type Parts<T extends Edit['type']> = { [K in Exclude<keyof Required<EditOf<T>>, 'type'>]: fc.Arbitrary<EditOf<T>[K & keyof EditOf<T>]> }

/** Everything that can be said on a board. Whoever adds an edit is told here, by the compiler, that walls are brought in as well. */
const PARTS: { [T in Edit['type']]: Parts<T> } = {
  greet: { name: words, country, institution: words, spot: either(words) },
  placeNote: {
    id: note, kind: side, at: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), text: words, lang: fc.constantFrom('en', 'ar', 'th'), name: words, country,
    writtenBy: either(words), places: either(fc.integer({ min: 1, max: 20 })), withheld: either(fc.constant(true as const)), imported: either(words),
  },
  moveNote: { id: note, to: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })) },
  spliceText: { id: note, ...splice },
  setKind: { id: note, kind: side },
  setLanguage: { id: note, lang: fc.constantFrom('en', 'fr') },
  setPlaces: { id: note, places: either(fc.integer({ min: 1, max: 20 })) },
  setWithheld: { id: note, withheld: fc.boolean() },
  binNote: { id: note },
  unbinNote: { id: note },
  showInterest: { pair, side, line },
  answerInterest: { pair, side, to: time, accepted: fc.boolean(), line },
  answerLater: { pair, side, to: time },
  suggestPair: { pair, line },
  withdrawSuggestion: { pair },
  declineSuggestion: { pair, side, to: time, line },
  offerSupport: { pair, line },
  withdrawSupport: { pair },
  answerSupport: { pair, supporter: person, to: time, accepted: fc.boolean() },
  dismissPair: { pair },
  recallPair: { pair },
  spliceCard: { pair, field: fc.constantFrom(...CARD_TEXTS), ...splice },
  chooseOnCard: { pair, field: fc.constant('helpKind'), value: fc.constantFrom(...HELP_KINDS) },
  confirmCard: { pair, side },
  closePair: { pair, state: fc.constantFrom('done', 'dropped'), line },
  reopenPair: { pair },
  nameWall: { title: words.map((title) => title.trim()) },
  sayWhere: { place: fc.constantFrom('', 'Gigiri', 'نيروبي') },
  sayWhen: { days: either(fc.constant({ first: '2026-11-23', last: '2026-11-25' })) },
  lockWall: {},
  unlockWall: {},
  publishMeetings: { startsAt: time, minutes: fc.integer({ min: 5, max: 60 }), rounds: fc.array(fc.array(pair, { maxLength: 1 }), { minLength: 1, maxLength: 3 }) },
  withdrawMeetings: {},
  showInRoom: { view: fc.constantFrom(...ROOM_VIEWS) },
  chooseVocabulary: { vocabulary: fc.constantFrom(undefined, vocabulary) },
  teachWord: { language, word: fc.constantFrom('peat', 'sol', 'торф'), topics: fc.constantFrom(['peatlands'], ['soil', 'peatlands']) },
  forgetWord: { language, word: fc.constantFrom('peat', 'sol') },
  setSection: { id: section, title: words, box },
  removeSection: { id: section },
  showEveryone: { sight: box.map((place) => ({ place })) },
  stopShowing: {},
  pointLaser: { client: fc.nat() },
  stopLaser: {},
}
/** Fewer of what takes away, or little would be left. */
const TAKES = /^(bin|withdraw|recall|reopen|forget|remove|stop)/
const anyEdit = fc.oneof(
  ...Object.entries(PARTS).map(([type, parts]) => ({ weight: TAKES.test(type) ? 1 : 3, arbitrary: fc.record({ type: fc.constant(type), ...parts }, { noNullPrototype: true }) as fc.Arbitrary<unknown> as fc.Arbitrary<Edit> })),
  { weight: 6, arbitrary: fc.tuple(pair, choice).map(([id, [field, value]]): Edit => ({ type: 'chooseOnCard', pair: id, field, value })) },
)

/** What belongs to the moment, or is the server's own, stays behind; each other setting comes back. */
const SETTINGS: { [K in keyof Required<Settings>]: 'comes' | 'stays' } = {
  schema: 'comes', title: 'comes', language: 'comes', place: 'comes', days: 'comes', themes: 'comes', countries: 'comes', meetings: 'comes', room: 'comes', vocabulary: 'comes',
  locked: 'stays', restored: 'stays', erased: 'stays', anonymised: 'stays', shown: 'stays', laser: 'stays',
}

/** Plain data, in the order of the keys; under the ids of the restored wall, where it is the earlier one. */
function dumpOf(wall: Wall, isRestored: boolean): unknown {
  const isOn = (id: PairId): boolean => Object.values(notesOfPair(id) ?? {}).every((end) => wall.notes.has(end))
  const { meetings } = wall.settings
  const settings = {
    ...Object.fromEntries(Object.entries(wall.settings).filter(([key]) => isRestored || SETTINGS[key as keyof Settings] === 'comes')),
    meetings: meetings && { ...meetings, rounds: meetings.rounds.map((round) => round.filter(isOn)) },
  }
  const notes = Array.from(wall.notes.values(), (one) => ({ ...one, imported: one.imported ?? (isRestored ? undefined : wall.settings.title.trim()) }))
  const pairs = new Map([...wall.pairs].filter(([id]) => isOn(id)))
  const text = JSON.stringify({ ...wall, settings, notes, pairs }, (_key, value: unknown) => {
    if (!(value instanceof Map)) return value
    return [...(value as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1))
  })
  return JSON.parse(isRestored ? text : text.replace(/(note|pers|sect)(?=\d)/g, 'z$&')) as unknown
}

test.prop([fc.array(fc.record({ by: person, now: time, edit: anyEdit }), { minLength: 20, maxLength: 150, size: 'max' }), language], { numRuns: 200 })(
  'R98 whatever can be said on a board comes back from its file under new ids; what belongs to the moment alone stays behind',
  (steps, spoken) => {
    const doc = new Y.Doc()
    for (const [key, value] of Object.entries({ schema: 1, title: 'First round', language: spoken, themes: ['Peat', 'Полесье'], countries: ['ke', 'fj'] })) doc.getMap(ROOT.settings).set(key, value)
    // Whom nobody knows would be named in the order in which they are met.
    for (const participant of PEOPLE) applyEdits(doc, [{ type: 'greet', name: participant.toUpperCase(), country: 'ke', institution: '' }], { participant, now: 1, origin: undefined })
    for (const { by, now, edit } of steps) applyEdits(doc, [edit], { participant: by, now, origin: undefined })

    const parsed = parseWallFile(JSON.parse(JSON.stringify(buildWallFile(doc, 0, { isFull: true }))))
    if (!parsed.ok) throw new Error(parsed.problem)
    const { wall } = parsed
    const ids = [...[...wall.notes.keys()].sort(), ...wall.people.keys(), ...wall.sections.keys()].map((id) => `z${id}`)
    const restored = new Y.Doc()
    putUpWall(restored, wall, { newId: () => ids.shift() ?? 'none' })
    expect(dumpOf(readWall(restored), true)).toEqual(dumpOf(readWall(doc), false))
  },
)
