import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { canHoldContacts, FORMATS, isDrawn, type Format } from '../../client/export/formats.ts'
import { parseRecordOrder, RECORD_WISHES, type RecordOrder } from '#shared/record/parseRecordOrder.ts'
import { readLink, type TypedLink } from '../readLink.ts'

export interface ExportOrder extends TypedLink, RecordOrder {
  readonly format: Format
  /** A path; what is there is overwritten. */
  readonly out: string
  /** Of the JSON: with the notes that are marked "do not publish". */
  readonly isFull: boolean
}

const choices = (wish: keyof typeof RECORD_WISHES): string => RECORD_WISHES[wish].replaceAll(', ', '|')

const USAGE = `Usage: npm run export -- --link "<any link of the wall>" --out <file> [--format ${FORMATS.join('|')}] [--language ${choices('language')}]
       [--parts <some of them, with commas>] [--paper ${choices('paper')}] [--grey] [--full] [--contacts]

Without --format the ending of the file tells it; without --language the headings are in the wall's own.
--parts of a pdf are ${RECORD_WISHES.parts}; all of them when it is left out.
--paper of a pdf: the wall on one page as large as it takes, or cut into sheets of A3 or A4. --grey is for printers without colours.
--full with the facilitator's link and json keeps notes that are marked "do not publish": to restore the wall, not to pass on.
--contacts with the facilitator's link and pdf, docx, xlsx or chm says how to reach those who allowed it; vcf says nothing else.`

/** @returns what was asked for, or in words what is wrong with it */
export function readArguments(args: readonly string[]): { ok: true; value: ExportOrder } | { ok: false; message: string } {
  const failure = (message: string): { ok: false; message: string } => ({ ok: false, message })
  let values: { link?: string; out?: string; format?: string; language?: string; parts?: string; paper?: string; grey?: boolean; full?: boolean; contacts?: boolean }
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const options = { link: text, out: text, format: text, language: text, parts: text, paper: text, grey: flag, full: flag, contacts: flag }
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    return failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
  const { out, language, parts, paper, grey = false, full: isFull = false, contacts = false } = values
  if (!values.link) return failure(`--link is missing: a link of the wall.\n\n${USAGE}`)
  if (!out) return failure(`--out is missing: the file to write.\n\n${USAGE}`)
  const ending = values.format ?? extname(out).slice(1).toLowerCase()
  const format = FORMATS.find((known) => known === ending)
  if (!format) return failure(`${values.format === undefined ? `--out ends in ".${ending}"` : `--format is ${ending}`}; it must be one of ${FORMATS.join(', ')}.`)
  const order = parseRecordOrder({ language, parts, paper, ...(grey && { grey: 'yes' }), ...((contacts || format === 'vcf') && { contacts: 'yes' }) })
  if (!order.ok) return failure(`--${order.problem}`)
  if ((parts !== undefined || paper !== undefined) && format !== 'pdf') return failure(`--${parts === undefined ? 'paper' : 'parts'} is for pdf alone.`)
  if (grey && !isDrawn(format)) return failure('--grey is for what is drawn: pdf, poster or forms.')
  if (isFull && format !== 'json') return failure('--full is for json alone: every other file is one to pass on.')
  if (contacts && !canHoldContacts(format)) return failure(`--contacts is not for ${format}.`)
  const link = readLink(values.link)
  if (!link.ok) return link
  return { ok: true, value: { ...link.value, ...order.value, format, out, isFull } }
}
