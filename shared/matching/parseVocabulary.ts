import { isLanguage, LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { isTopicId } from '#shared/wall/taughtWords.ts'
import { saysNothing } from './saysNothing.ts'
import type { TermsByLanguage, Vocabulary } from './vocabulary.ts'

/** What is wrong in a vocabulary file. */
export type VocabularyFault =
  | 'notJson' | 'tooLarge' | 'notObject' | 'notList' | 'notText' | 'notWeight' | 'missing' | 'unknownKey' | 'unknownLanguage'
  | 'empty' | 'tooLong' | 'tooMany' | 'badId' | 'twice' | 'joining'

export interface VocabularyProblem {
  /** Where it is: `topics[3].labels.fr`; empty for the file as a whole. */
  readonly place: string
  readonly fault: VocabularyFault
  /** What stands there, or what the program that read it says. */
  readonly what: string
}

/** A vocabulary of a field of its own, as docs/vocabulary.schema.json describes its file. */
export interface NamedVocabulary extends Vocabulary {
  readonly name: string
}

export const VOCABULARY_LIMITS = { bytes: 1024 * 1024, topics: 300, termsOfTopic: 500, term: 80, name: 80 } as const
/** Whoever mends a file mends the first of them first. */
const MOST_PROBLEMS = 20

/**
 * Reads a vocabulary file. Never throws; whatever is wrong is named by its place.
 * A label that is missing in a language is shown in English, or in the first language that there is.
 */
export function parseVocabulary(text: string): { ok: true; vocabulary: NamedVocabulary } | { ok: false; problems: readonly VocabularyProblem[] } {
  const problems: VocabularyProblem[] = []
  const wrong = (place: string, fault: VocabularyFault, what: unknown = ''): undefined => {
    if (problems.length < MOST_PROBLEMS) problems.push({ place, fault, what: String(what).slice(0, 120) })
    return undefined
  }
  const failed = (): { ok: false; problems: readonly VocabularyProblem[] } => ({ ok: false, problems })
  // Three bytes a code unit at most: what may be too large is counted only then.
  if (text.length > VOCABULARY_LIMITS.bytes) return (wrong('', 'tooLarge', text.length), failed())
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return (wrong('', 'notJson', error instanceof Error ? error.message : error), failed())
  }

  function object(value: unknown, place: string, keys: readonly string[]): Readonly<Record<string, unknown>> | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(place, value === undefined ? 'missing' : 'notObject')
    for (const key of Object.keys(value)) if (!keys.includes(key)) wrong(at(place, key), 'unknownKey', key)
    // Without what every object inherits: a key named "constructor" is a key.
    return Object.assign(Object.create(null), value) as Record<string, unknown>
  }
  function word(value: unknown, place: string, longest: number): string | undefined {
    if (typeof value !== 'string') return wrong(place, value === undefined ? 'missing' : 'notText')
    const trimmed = value.trim()
    if (trimmed === '') return wrong(place, 'empty')
    return trimmed.length > longest ? wrong(place, 'tooLong', trimmed) : trimmed
  }
  function list(value: unknown, place: string, most: number): readonly unknown[] {
    if (value === undefined) return []
    if (!Array.isArray(value)) return (wrong(place, 'notList'), [])
    return value.length > most ? (wrong(place, 'tooMany', value.length), []) : value
  }
  function byLanguage<T>(value: unknown, place: string, read: (of: unknown, language: Language, place: string) => T | undefined): Partial<Record<Language, T>> {
    if (value === undefined) return {}
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return (wrong(place, 'notObject'), {})
    const found: Partial<Record<Language, T>> = {}
    for (const [language, of] of Object.entries(value)) {
      if (!isLanguage(language)) wrong(at(place, language), 'unknownLanguage', language)
      else found[language] = read(of, language, at(place, language))
    }
    return found
  }
  function terms(value: unknown, place: string): TermsByLanguage {
    return byLanguage(value, place, (of, language, there) => {
      const seen = new Set<string>()
      return list(of, there, VOCABULARY_LIMITS.termsOfTopic).flatMap((item, number) => {
        const here = `${there}[${number}]`
        const term = word(item, here, VOCABULARY_LIMITS.term)
        if (term === undefined) return []
        if (saysNothing(term, language)) return (wrong(here, 'joining', term), [])
        if (seen.has(term.toLowerCase())) return (wrong(here, 'twice', term), [])
        seen.add(term.toLowerCase())
        return [term]
      })
    })
  }
  const ids = new Set<string>()
  function topic(value: unknown, place: string): Vocabulary['topics'][number] | undefined {
    const fields = object(value, place, ['id', 'labels', 'synonyms', 'trigger', 'abbreviations', 'weight'])
    if (!fields) return undefined
    const { id, weight } = fields
    if (!isTopicId(id)) wrong(at(place, 'id'), id === undefined ? 'missing' : 'badId', id ?? '')
    else if (ids.has(id)) wrong(at(place, 'id'), 'twice', id)
    else ids.add(id)
    const labels = byLanguage(fields.labels, at(place, 'labels'), (of, _, there) => word(of, there, VOCABULARY_LIMITS.term))
    const shown = labels.en ?? Object.values(labels).find(Boolean)
    if (shown === undefined) wrong(at(place, 'labels'), fields.labels === undefined ? 'missing' : 'empty')
    if (weight !== undefined && !(typeof weight === 'number' && Number.isInteger(weight) && weight >= 1 && weight <= 100)) wrong(at(place, 'weight'), 'notWeight', weight)
    const abbreviations = list(fields.abbreviations, at(place, 'abbreviations'), VOCABULARY_LIMITS.termsOfTopic).flatMap((item, number) => {
      const there = `${at(place, 'abbreviations')}[${number}]`
      const read = word(item, there, VOCABULARY_LIMITS.term)
      return read === undefined ? [] : [read]
    })
    return {
      id: String(id),
      labels: Object.fromEntries(LANGUAGES.map((language) => [language, labels[language] ?? shown ?? ''])) as Record<Language, string>,
      synonyms: terms(fields.synonyms, at(place, 'synonyms')),
      trigger: terms(fields.trigger, at(place, 'trigger')),
      abbreviations,
      ...(typeof weight === 'number' && { weight }),
    }
  }

  const whole = object(file, '', ['$schema', 'name', 'topics'])
  if (!whole) return failed()
  const name = word(whole.name, 'name', VOCABULARY_LIMITS.name)
  const given = list(whole.topics, 'topics', VOCABULARY_LIMITS.topics)
  if (given.length === 0 && problems.length === 0) wrong('topics', whole.topics === undefined ? 'missing' : 'empty')
  const topics = given.flatMap((each, number) => topic(each, `topics[${number}]`) ?? [])
  return problems.length > 0 ? failed() : { ok: true, vocabulary: { name: name ?? '', topics } }
}

const at = (place: string, key: string): string => (place === '' ? key : `${place}.${key}`)
