import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { canHoldContacts, FORMATS, type Format } from '../../client/export/formats.ts'
import { isLanguage, LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { readLink, type TypedLink } from '../readLink.ts'

export interface ExportOrder extends TypedLink {
  readonly format: Format
  /** A path; what is there is overwritten. */
  readonly out: string
  /** `undefined`: the wall's own. */
  readonly language: Language | undefined
  /** Of the JSON: with the notes that are marked "do not publish". */
  readonly isFull: boolean
  /** With how to reach those who allowed it. */
  readonly withContacts: boolean
}

const USAGE = `Usage: npm run export -- --link "<any link of the wall>" --out <file> [--format ${FORMATS.join('|')}] [--language ${LANGUAGES.join('|')}] [--full] [--contacts]

Without --format the ending of the file tells it; without --language the headings are in the wall's own.
--full with the facilitator's link and json keeps notes that are marked "do not publish": to restore the wall, not to pass on.
--contacts with the facilitator's link and pdf, docx, xlsx or chm says how to reach those who allowed it; vcf says nothing else.`

/** @returns what was asked for, or in words what is wrong with it */
export function readArguments(args: readonly string[]): { ok: true; value: ExportOrder } | { ok: false; message: string } {
  const failure = (message: string): { ok: false; message: string } => ({ ok: false, message })
  let values: { link?: string; out?: string; format?: string; language?: string; full?: boolean; contacts?: boolean }
  try {
    const text = { type: 'string' } as const
    values = parseArgs({ args: [...args], options: { link: text, out: text, format: text, language: text, full: { type: 'boolean' }, contacts: { type: 'boolean' } } }).values
  } catch (error) {
    return failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
  const { out, language, full: isFull = false, contacts = false } = values
  if (!values.link) return failure(`--link is missing: a link of the wall.\n\n${USAGE}`)
  if (!out) return failure(`--out is missing: the file to write.\n\n${USAGE}`)
  const ending = values.format ?? extname(out).slice(1).toLowerCase()
  const format = FORMATS.find((known) => known === ending)
  if (!format) return failure(`${values.format === undefined ? `--out ends in ".${ending}"` : `--format is ${ending}`}; it must be one of ${FORMATS.join(', ')}.`)
  if (language !== undefined && !isLanguage(language)) return failure(`--language is ${language}; it must be one of ${LANGUAGES.join(', ')}.`)
  if (isFull && format !== 'json') return failure('--full is for json alone: every other file is one to pass on.')
  if (contacts && !canHoldContacts(format)) return failure(`--contacts is not for ${format}.`)
  const link = readLink(values.link)
  if (!link.ok) return link
  return { ok: true, value: { ...link.value, format, out, language, isFull, withContacts: contacts || format === 'vcf' } }
}
