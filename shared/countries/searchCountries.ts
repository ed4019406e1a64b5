import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import aliases from './aliases.json'
import ar from './names/ar.json'
import en from './names/en.json'
import es from './names/es.json'
import fr from './names/fr.json'
import pt from './names/pt.json'
import ru from './names/ru.json'
import zh from './names/zh.json'

export interface FoundCountry {
  readonly code: string
  /** In the language asked for. */
  readonly name: string
  /** The other name by which it was found: another language's, an abbreviation, a former one. */
  readonly foundBy: string | undefined
}

const NAMES: Record<Language, Readonly<Record<string, string>>> = { ar, en, es, fr, pt, ru, zh }
const ALIASES: Readonly<Record<string, readonly string[] | undefined>> = aliases

/**
 * Finds countries by what a person types, in any of the seven languages, by UN form, abbreviation or former name; case,
 * accents and the Arabic article do not matter. Holds all names (50 kB): load it with the field that needs it.
 * @param query empty gives all countries
 * @param first codes that go before the others that fit as well: the workshop's own
 * @returns best first; of the same fit in the order of the alphabet of `language`
 */
export function searchCountries(query: string, language: Language, first: readonly string[]): readonly FoundCountry[] {
  const wanted = foldAnew(query)
  const own = new Set(first)
  const collator = new Intl.Collator(language)
  const found: { rank: number; country: FoundCountry }[] = []
  for (const [code, name] of Object.entries(NAMES[language])) {
    const hit = rankOf(wanted, code, name, language)
    if (hit) found.push({ rank: hit.rank, country: { code, name, foundBy: hit.foundBy } })
  }
  // While nothing is typed the own ones lead; after that only among those that fit as well.
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(own.has(b.country.code)) - Number(own.has(a.country.code)) ||
        collator.compare(a.country.name, b.country.name),
    )
    .map(({ country }) => country)
}

/**
 * The country that is meant by a whole name in any of the seven languages, a code, an abbreviation or a former name.
 * @returns `undefined` for what names none, or could name two
 */
export function countryNamed(text: string): string | undefined {
  const wanted = foldAnew(text)
  if (wanted === '') return undefined
  const codes = Object.keys(NAMES.en)
  const named = codes.filter((code) => [...LANGUAGES.map((language) => NAMES[language][code] ?? ''), ...(ALIASES[code] ?? [])].some((name) => fold(name) === wanted))
  if (named.length === 1) return named[0]
  return named.length === 0 && codes.includes(wanted) ? wanted : undefined
}

/** Lower is better. Abbreviations count whole: "UK" is not the beginning of Ukraine first. */
function rankOf(wanted: string, code: string, name: string, language: Language): { rank: number; foundBy?: string } | undefined {
  if (!wanted) return { rank: 0 }
  const here = fit(wanted, fold(name))
  if (here === 0) return { rank: 0 }
  const others = [
    ...LANGUAGES.filter((other) => other !== language).map((other) => NAMES[other][code] ?? ''),
    ...(ALIASES[code] ?? []),
  ]
  let best: { rank: number; foundBy?: string } | undefined = here === undefined ? undefined : { rank: here }
  for (const other of others) {
    const there = fit(wanted, fold(other))
    // A name in the reader's own language goes before the same fit in another one.
    if (there !== undefined && (!best || there + 0.5 < best.rank)) best = { rank: there + 0.5, foundBy: other }
  }
  if (!best && wanted === code) return { rank: 4, foundBy: code.toUpperCase() }
  return best
}

/** @returns 0 the whole name, 1 its beginning, 2 the beginning of a word in it, 3 somewhere inside */
function fit(wanted: string, name: string): number | undefined {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(` ${wanted}`)) return 2
  // Two Latin letters are inside of nearly everything; one Chinese character says something.
  const isTelling = wanted.length > 2 || /\p{Script=Han}/u.test(wanted)
  return isTelling && name.includes(wanted) ? 3 : undefined
}

/** 1,900 names, folded when they are first compared: a phone should not do it again at each letter. */
const folded = new Map<string, string>()

function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const plain = foldAnew(text)
  folded.set(text, plain)
  return plain
}

function foldAnew(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}ـ.]/gu, '')
    .toLowerCase()
    .replace(/[ıøłđß]/g, (letter) => ({ ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss' })[letter] ?? letter)
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(^| )ال(?=\p{L}{3})/gu, '$1')
    .replace(/(^| )st /g, '$1saint ')
}
