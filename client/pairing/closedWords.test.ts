import { createInstance } from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { NO_FACTS } from '#shared/wall/pairFacts.ts'
import { EMPTY_CARD, type Note, type Pair, type PairFacts, type PairState, type Person } from '#shared/wall/schema.ts'
import en from '../i18n/locales/en.json'
import { closedLines, closedWords } from './closedWords.ts'

const i18n = createInstance()
beforeAll(() => i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } }))
const reader = { t: i18n.t, language: 'en' as const }

const [amina, bo, chair] = ['amina', 'bo', 'chair'] as [ParticipantId, ParticipantId, ParticipantId]
const note = (id: string, kind: Note['kind'], name: string, country: string): [NoteId, Note] => [id as NoteId, { id, kind, name, country } as Note]
const notes = new Map([note('need', 'need', 'Amina', 'ke'), note('offer', 'offer', 'Bo', 'fj'), note('other', 'offer', 'Carla', 'pe')])
const people = new Map<ParticipantId, Person>([[chair, { id: chair, name: 'Dr Chair', country: 'fr', institution: '' }]])
const at = (hour: number): number => new Date(2026, 4, 3, hour).getTime()
function pair(offer: string, state: PairState, facts: Partial<PairFacts>): Pair {
  const ends = { need: 'need' as NoteId, offer: offer as NoteId }
  return { ...ends, id: pairIdOf(ends.need, ends.offer), state, facts: { ...NO_FACTS, ...facts }, card: EMPTY_CARD }
}
const confirm = { need: { by: amina, at: at(9), card: EMPTY_CARD }, offer: { by: bo, at: at(11), card: EMPTY_CARD } }
const plain = (words: string | undefined) => words?.replace(/[\u2068\u2069]/g, '').replaceAll('\u202f', ' ')

it('P35 an agreed pair names both sides and when the second of them confirmed', () => {
  expect(plain(closedWords(pair('offer', 'agreed', { confirm }), { notes, people }, reader))).toBe('Agreed by Amina (Kenya) and Bo (Fiji), May 3, 2026, 11:00 AM.')
})

it('P35 who marked a pair as done or set it aside is named, and when; nothing is made up about somebody unknown', () => {
  const outcome = { by: chair, at: at(14), line: '', state: 'done' } as const
  expect(plain(closedWords(pair('offer', 'done', { confirm, outcome }), { notes, people }, reader))).toBe('Done. Dr Chair (France) said so, May 3, 2026, 2:00 PM.')
  expect(plain(closedWords(pair('offer', 'dropped', { outcome: { ...outcome, state: 'dropped' } }), { notes, people }, reader))).toBe('Set aside by Dr Chair (France), May 3, 2026, 2:00 PM.')
  expect(closedWords(pair('offer', 'done', { outcome: { ...outcome, by: bo } }), { notes, people }, reader)).toBe('This is done.')
  expect(closedWords(pair('offer', 'contacted', { confirm }), { notes, people }, reader)).toBeUndefined()
})

it('P35 the list says it of both notes, a line for each pair', () => {
  const pairs = [pair('offer', 'agreed', { confirm }), pair('other', 'dropped', { outcome: { by: chair, at: at(14), line: '', state: 'dropped' } })]
  const lines = closedLines({ notes, people, pairs: new Map(pairs.map((one) => [one.id, one])) }, reader)
  expect(lines.get('need' as NoteId)?.split('\n').map((line) => plain(line)?.slice(0, 9))).toEqual(['Agreed by', 'Set aside'])
  expect(plain(lines.get('other' as NoteId))).toMatch(/^Set aside by Dr Chair/)
})
