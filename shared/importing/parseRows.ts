import { countryNamed } from '../countries/searchCountries.ts'
import { isPlaces } from '../wall/places.ts'
import { LIMITS, type NoteKind } from '../wall/schema.ts'
import type { Columns, ImportField } from './headings.ts'
import { parseKind } from './parseKind.ts'

/** A note that can go on the wall. */
export interface IncomingNote {
  readonly kind: NoteKind
  readonly text: string
  readonly name: string
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string
  /** BCP 47; `undefined` where the row does not say. */
  readonly lang: string | undefined
  readonly places: number | undefined
  readonly withheld?: true
}

export type RowProblem = 'noText' | 'textTooLong' | 'noKind' | 'unknownKind' | 'noCountry' | 'unknownCountry' | 'noName' | 'nameTooLong' | 'badPlaces' | 'twice'

/** One row of a file or list: a note, or all that is wrong with it. */
export interface IncomingRow {
  /** Where it stands, counted from 1 as in a spreadsheet. */
  readonly row: number
  /** What it says, as far as it can be shown. */
  readonly seen: { readonly text: string; readonly kind: string; readonly name: string; readonly country: string }
  readonly note: IncomingNote | undefined
  readonly problems: readonly RowProblem[]
}

/** What holds for rows that do not say it themselves; empty where nothing does. */
export interface RowDefaults {
  readonly kind: NoteKind | ''
  readonly country: string
  readonly name: string
}

interface ParseOptions {
  readonly columns: Columns
  readonly defaults: RowDefaults
  /** Whether the first row names the columns. */
  readonly hasHeadings: boolean
  /** The tag of a language by its name, in any language; `undefined` for what is none. */
  readonly languageNamed: (name: string) => string | undefined
  /** Notes that hang on the wall already: they do not come twice. */
  readonly known: Iterable<Pick<IncomingNote, 'kind' | 'text' | 'country' | 'name'>>
}

/** Reads rows as notes. Nothing is guessed and nothing is cut: a row that is not right says all that is wrong with it. Empty rows are passed over. */
export function parseRows(rows: readonly (readonly string[])[], { columns, defaults, hasHeadings, languageNamed, known }: ParseOptions): readonly IncomingRow[] {
  const seenNotes = new Set(Array.from(known, keyOf))
  // A list names the same few countries over and over.
  const countries = new Map<string, string | undefined>()
  const countryOf = (said: string): string | undefined => {
    if (!countries.has(said)) countries.set(said, countryNamed(said))
    return countries.get(said)
  }
  return rows.flatMap((cells, at): IncomingRow[] => {
    if ((hasHeadings && at === 0) || cells.every((cell) => cell.trim() === '')) return []
    const cell = (field: ImportField): string => tidy(columns[field] === undefined ? '' : (cells[columns[field]] ?? ''))
    const problems: RowProblem[] = []
    const text = cell('text')
    if (text === '') problems.push('noText')
    else if (text.length > LIMITS.noteText) problems.push('textTooLong')

    const kind = cell('kind') === '' ? defaults.kind || undefined : parseKind(cell('kind'))
    if (!kind) problems.push(cell('kind') === '' ? 'noKind' : 'unknownKind')

    const country = cell('country') === '' ? defaults.country || undefined : countryOf(cell('country'))
    if (!country) problems.push(cell('country') === '' ? 'noCountry' : 'unknownCountry')

    const name = oneLine(cell('name') || defaults.name.trim())
    if (name === '') problems.push('noName')
    else if (name.length > LIMITS.name) problems.push('nameTooLong')

    // A need has none, whatever stands there.
    const said = kind === 'offer' ? cell('places') : ''
    const places = said === '' ? undefined : Number(said)
    if (places !== undefined && !isPlaces(places)) problems.push('badPlaces')

    const seen = { text, kind: cell('kind') || defaults.kind, name, country: cell('country') || defaults.country }
    if (problems.length > 0 || !kind || !country) return [{ row: at + 1, seen, note: undefined, problems }]
    const note: IncomingNote = { kind, text, name, country, lang: languageNamed(cell('language')), places }
    if (seenNotes.has(keyOf(note))) return [{ row: at + 1, seen, note: undefined, problems: ['twice'] }]
    seenNotes.add(keyOf(note))
    return [{ row: at + 1, seen, note, problems }]
  })
}

const keyOf = ({ kind, text, country, name }: Pick<IncomingNote, 'kind' | 'text' | 'country' | 'name'>): string => JSON.stringify([kind, country, name.trim(), text.trim()])

/** Signs that no text has are left out; lines end as on the wall. */
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '').trim()
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ')
