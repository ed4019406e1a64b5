import { describe, expect, it } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { NO_FILTER, type NoteFilter, type NoteOrder } from '../state/noteFilter.ts'
import { listNotes } from './listNotes.ts'

const AMINA = 'amina' as ParticipantId
const note = (id: string, overrides: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  kind: 'need',
  text: '',
  author: 'bruno' as ParticipantId,
  name: 'Bruno',
  country: 'br',
  lang: 'en',
  at: [0, 0],
  createdAt: 0,
  writtenBy: undefined, places: undefined,
  ...overrides,
})
const NAMES: Record<string, string> = { br: 'Brazil', ci: 'Côte d’Ivoire', ke: 'Kenya' }
const reader = { me: AMINA, countryName: (code: string) => NAMES[code] ?? code, compareNames: (a: string, b: string) => a.localeCompare(b, 'en') }
const NOTES = [
  note('a', { text: 'Cartographie de la forêt', kind: 'offer', country: 'ci', name: 'Kouamé' }),
  note('b', { text: 'Soil carbon mapping', country: 'ke', author: AMINA, name: 'Amina' }),
  note('c', { text: 'خَرائط التُّربة' }),
  note('d', { text: 'Seed bank', kind: 'offer', country: 'ke' }),
]
const list = (filter: Partial<NoteFilter>, order: NoteOrder = 'written') => listNotes(NOTES, { ...NO_FILTER, ...filter }, order, reader).join('')

describe('listNotes', () => {
  it('shows all in the order of writing when nothing is asked', () => expect(list({})).toBe('abcd'))

  it.each([
    ['FORET', 'a'],
    ['carbon soil', 'b'],
    ['خرائط', 'c'],
    ['cote', 'a'],
    ['kenya seed', 'd'],
    ['kouame', 'a'],
    ['nothing of the kind', ''],
    ['  ', 'abcd'],
  ])('A3 finds by words, names and countries without accents: %s', (text, found) => expect(list({ text })).toBe(found))

  it('filters by kind, country and author, all at once', () => {
    expect(list({ kind: 'offer' })).toBe('ad')
    expect(list({ country: 'ke' })).toBe('bd')
    expect(list({ onlyMine: true })).toBe('b')
    expect(list({ country: 'ke', kind: 'offer', text: 'seed' })).toBe('d')
  })

  it('W48 filters by topic, and to needs that nobody has answered; what is not known yet leaves none out', () => {
    const id = (name: string): NoteId => name as NoteId
    const facts = { topics: new Map([[id('a'), ['forests', 'mapping']], [id('b'), ['soil']]]), unanswered: new Set([id('c'), id('d')]) }
    const known = (filter: Partial<NoteFilter>): string => listNotes(NOTES, { ...NO_FILTER, ...filter }, 'written', { ...reader, facts }).join('')
    expect(known({ topic: 'mapping' })).toBe('a')
    expect(known({ topic: 'soil', kind: 'offer' })).toBe('')
    expect(known({ onlyUnanswered: true })).toBe('c')
    expect(list({ topic: 'soil' })).toBe('abcd')
    expect(list({ onlyUnanswered: true })).toBe('bc')
  })

  it('orders newest first, by kind with needs first, and by the country names the reader sees', () => {
    expect(list({}, 'newest')).toBe('dcba')
    expect(list({}, 'kind')).toBe('bcad')
    expect(list({}, 'country')).toBe('cabd')
  })

  it('A3 finds a note by its new words when it was searched before', () => {
    const [first, ...others] = NOTES
    if (!first) throw new Error('There are no notes.')
    const remembering = { ...reader, folded: new WeakMap<Note, string>() }
    const search = (notes: readonly Note[], text: string) => listNotes(notes, { ...NO_FILTER, text }, 'written', remembering).join('')
    expect(search(NOTES, 'foret')).toBe('a')
    const rewritten = [{ ...first, text: 'Mangrove' }, ...others]
    expect(search(rewritten, 'mangrove')).toBe('a')
    expect(search(rewritten, 'foret')).toBe('')
  })
})
