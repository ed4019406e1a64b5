import { createInstance } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reasons } from '#shared/matching/pairScore.ts'
import en from '../i18n/locales/en.json'
import { reasonInWords } from './reasonInWords.ts'

const i18n = createInstance()
beforeAll(() => i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } }))

const LABELS: Record<string, string> = { soil: 'soil carbon', fire: 'fire management', fish: 'fisheries', seed: 'seed banks' }
const reader = { t: i18n.t, language: 'en' as const, topicLabel: (id: string) => LABELS[id] ?? id }
const NONE: Reasons = {
  topics: [],
  helpKinds: [],
  facets: [],
  words: [],
  spansNeed: [],
  spansOffer: [],
  languages: { need: 'en', offer: 'en', differ: false },
}
const topics = (...ids: string[]) => ids.map((id) => ({ id, strength: 987 }))

describe('reasonInWords', () => {
  it('M6 names what both notes speak of, the help, the words and the other language', () => {
    const reasons: Reasons = {
      ...NONE,
      topics: topics('soil', 'fire'),
      helpKinds: ['training', 'case-study'],
      facets: [{ kind: 'realm', id: 'forest' }, { kind: 'act', id: 'survey' }],
      words: ['LiDAR'],
      languages: { need: 'en', offer: 'es', differ: true },
    }
    expect(reasonInWords(reasons, { ...reader, unknownSide: 'offer' })).toEqual([
      'Both about soil carbon and fire management',
      'Help: training and case studies',
      'Also the same: forest, monitoring and mapping',
      'Same words: “LiDAR”',
      'Written in Spanish',
    ])
  })

  it('M6 names the language of the note the reader does not know, and both on paper', () => {
    const reasons: Reasons = { ...NONE, languages: { need: 'ar', offer: 'fr', differ: true } }
    expect(reasonInWords(reasons, { ...reader, unknownSide: 'need' })).toEqual(['Written in Arabic'])
    expect(reasonInWords(reasons, reader)).toEqual(['Need in Arabic, offer in French'])
  })

  it('M6 keeps to the three reasons that weigh most, and never shows a number', () => {
    const reasons: Reasons = { ...NONE, topics: topics('soil', 'fire', 'fish', 'seed'), words: ['a', 'b', 'c', 'd'] }
    expect(reasonInWords(reasons, reader)).toEqual([
      'Both about soil carbon, fire management, and fisheries',
      'Same words: “a”, “b”, and “c”',
    ])
    expect(reasonInWords(reasons, reader).join(' ')).not.toMatch(/\d|%/)
  })

  it('says nothing when there is nothing to say', () => expect(reasonInWords(NONE, reader)).toEqual([]))
})
