import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import ar from './locales/ar.json'
import en from './locales/en.json'
import es from './locales/es.json'
import fr from './locales/fr.json'
import pt from './locales/pt.json'
import ru from './locales/ru.json'
import zh from './locales/zh.json'

const STRINGS: Record<Language, unknown> = { ar, en, es, fr, pt, ru, zh }
const PLURAL = /_(zero|one|two|few|many|other)$/

/** All strings of a locale by their whole key: `home.make`. */
function flatten(value: unknown, path = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([name, inner]) => flatten(inner, path ? `${path}.${name}` : name))
}

const english = new Map(flatten(en))
const isCounted = (key: string): boolean => PLURAL.test(key) && english.has(key.replace(PLURAL, '_other'))

/** Every string of English, in the plural forms that the language has. */
function keysFor(language: Language): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const keys = [...english.keys()].flatMap((key) =>
    isCounted(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key],
  )
  return [...new Set(keys)].sort()
}

/** Names of the placeholders; "one" may do without the number. */
function placeholders(key: string, text: string): string[] {
  const names = [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = '']) => name)
  return [...new Set(names)].filter((name) => !(isCounted(key) && name === 'count')).sort()
}

test('L1 the test knows the plural forms of our languages', () => {
  const forms = (language: Language): number => new Intl.PluralRules(language).resolvedOptions().pluralCategories.length
  expect(LANGUAGES.map((language) => [language, forms(language)])).toEqual([
    ['ar', 6],
    ['en', 2],
    ['es', 3],
    ['fr', 3],
    ['pt', 3],
    ['ru', 4],
    ['zh', 1],
  ])
})

describe.each(LANGUAGES)('%s', (language) => {
  const strings = new Map(flatten(STRINGS[language]))

  test('L1 every string is there, in every plural form the language has, and no other', () => {
    expect([...strings.keys()].sort()).toEqual(keysFor(language))
  })

  test('L1 no string is empty', () => {
    expect([...strings].filter(([, text]) => !text.trim())).toEqual([])
  })

  test('L1 every string keeps the placeholders of the English one', () => {
    const changed = [...strings].filter(([key, text]) => {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other'))
      return original !== undefined && placeholders(key, text).join() !== placeholders(key, original).join()
    })
    expect(changed).toEqual([])
  })

  test('L1 where several numbers share a form, the number is in it', () => {
    const rules = new Intl.PluralRules(language)
    const several = rules.resolvedOptions().pluralCategories.filter(
      (form) => Array.from({ length: 1000 }, (_, count) => rules.select(count)).filter((used) => used === form).length > 1,
    )
    const without = [...strings].filter(([key, text]) => {
      const needsNumber = english.get(key.replace(PLURAL, '_other'))?.includes('{{count}}')
      return isCounted(key) && needsNumber && several.some((form) => key.endsWith(`_${form}`)) && !text.includes('{{count}}')
    })
    expect(without).toEqual([])
  })
})
