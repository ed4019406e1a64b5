import {
  AlignmentType, BorderStyle, Document, ExternalHyperlink, Footer, HeadingLevel, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun,
  VerticalAlign, WidthType, type IRunOptions,
} from 'docx'
import { cleanText } from '../layout/cleanText.ts'
import { textDirection, type TextDirection } from '../layout/textDirection.ts'
import { isolate } from '../record/setWords.ts'
import type { RecordAgreement, RecordNote, WallRecord } from '../record/WallRecord.ts'
import { directedRuns, type DirectedRun } from './directedRuns.ts'

const PAPER = { need: 'FFF3C4', offer: 'F9D6D5' } as const
/**
 * Calibri has no Arabic: each program then takes another font for the letters and leaves the spaces as narrow as they were. It has no Chinese either, and
 * what a program takes then depends on the language of the machine.
 */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei', cs: 'Arial' }
const QUIET = '5B6670'
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'C9D1D6' } as const
/** Of the text on A4 with margins of 2 cm, in twentieths of a point. */
const PAGE_WIDTH = 9638

/** What people read of the record, as a text document to write the meeting's report in. */
export async function writeDocx(record: WallRecord): Promise<Uint8Array<ArrayBuffer>> {
  const write = createWriter(record)
  const { labels } = record
  const numbered = (numbers: readonly number[]): readonly RecordNote[] => numbers.flatMap((number) => record.notes[number - 1] ?? [])
  const document = new Document({
    title: cleanText(record.title),
    creator: 'Pollinate',
    styles: { default: { document: { run: { font: FONT, size: 21, language: { value: record.language, eastAsia: 'zh-CN', bidirectional: 'ar' } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], color: QUIET, size: 17 })] })] }) },
        children: [
          write.line(labels.recordOf, { quiet: true }),
          write.heading(record.title, HeadingLevel.TITLE),
          ...(record.themes.length > 0 ? [write.line(record.themes.map(isolate).join(' · '))] : []),
          write.line(record.place === undefined ? record.date : `${isolate(record.place)} · ${record.date}`, { quiet: true }),
          ...(record.link === undefined ? [] : [write.link(record.link)]),
          write.line(record.figures.map(({ count, label }) => `${count} ${label}`).join(' · '), { bold: true }),

          write.heading(labels.agreements, HeadingLevel.HEADING_1),
          ...(record.agreements.length === 0 ? [write.line(labels.noAgreements)] : record.agreements.flatMap((agreement) => write.agreement(agreement))),

          write.heading(labels.pairs, HeadingLevel.HEADING_1),
          ...(record.pairs.length === 0 ? [write.line(labels.noPairs)] : []),
          ...record.pairs.flatMap(({ need, offer, stateWord, reasons, said }) => [
            write.line(stateWord, { bold: true, withNext: true, before: 160 }),
            write.notes(numbered([need, offer])),
            ...(reasons.length > 0 ? [write.line(`${labels.why} ${reasons.join(' · ')}`, { quiet: true })] : []),
            ...said.map(({ who, line }) => write.line(line ? `${who}: ${isolate(line)}` : who, { quiet: true })),
          ]),

          write.heading(labels.unmetNeeds, HeadingLevel.HEADING_1),
          write.line(record.unmetNeeds.length === 0 ? labels.noneLeft : labels.unmetNeedsMeaning, { quiet: true }),
          ...(record.unmetNeeds.length === 0 ? [] : [write.notes(numbered(record.unmetNeeds))]),
          write.heading(labels.untakenOffers, HeadingLevel.HEADING_1),
          write.line(record.untakenOffers.length === 0 ? labels.noneLeft : labels.untakenOffersMeaning, { quiet: true }),
          ...(record.untakenOffers.length === 0 ? [] : [write.notes(numbered(record.untakenOffers))]),

          write.heading(labels.notesByCountry, HeadingLevel.HEADING_1),
          write.line(record.notes.length === 0 ? labels.noNotes : labels.numbersMeaning, { quiet: true }),
          ...record.countries.flatMap(({ name, notes }) => (notes.length === 0 ? [] : [write.heading(name, HeadingLevel.HEADING_2), write.notes(numbered(notes))])),

          write.heading(labels.people, HeadingLevel.HEADING_1),
          ...record.countries.flatMap(({ name, people }) =>
            people.length === 0 ? [] : [write.heading(name, HeadingLevel.HEADING_2), ...people.map((person) => write.item([person.name, person.institution, person.contact].filter(Boolean).map(isolate).join(', ')))],
          ),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

interface LineStyle {
  readonly quiet?: boolean
  readonly bold?: boolean
  /** Stays on one page with what follows. */
  readonly withNext?: boolean
  readonly before?: number
}

const NOTHING: readonly DirectedRun[] = [{ text: '', dir: 'ltr' }]
/** An empty line is a line. */
const withOne = (runs: readonly DirectedRun[]): readonly DirectedRun[] => (runs.length > 0 ? runs : NOTHING)

/** For spelling, and for how letters that several scripts share are drawn: a word processor asks for each kind of script apart. */
function tongue(lang: string, dir: TextDirection): Pick<IRunOptions, 'language' | 'font'> {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) return {}
  if (dir === 'rtl') return { language: { bidirectional: lang } }
  if (/^ja\b/i.test(lang)) return { language: { eastAsia: 'ja-JP' }, font: { ...FONT, eastAsia: 'Yu Gothic' } }
  if (/^ko\b/i.test(lang)) return { language: { eastAsia: 'ko-KR' }, font: { ...FONT, eastAsia: 'Malgun Gothic' } }
  return /^zh\b/i.test(lang) ? { language: { eastAsia: /^zh-(tw|hk|mo|hant)\b/i.test(lang) ? 'zh-TW' : 'zh-CN' } } : { language: { value: lang } }
}

/** Paragraphs and tables of one record. Each text runs as its own first strong letter does, the page as the reader's language. */
function createWriter({ dir, labels, notes }: WallRecord) {
  const isRtlPage = dir === 'rtl'

  const runs = (text: string, { quiet = false, bold = false }: LineStyle, lang?: string): TextRun[] => {
    const direction = directionOf(text, lang)
    return cleanText(text).split('\n').flatMap((line, at) =>
      withOne(directedRuns(line, direction)).map(({ text, dir }, i) =>
        new TextRun({ text, rightToLeft: dir === 'rtl', bold, ...(at > 0 && i === 0 && { break: 1 }), ...(quiet && { color: QUIET }), ...(lang !== undefined && tongue(lang, dir)) }),
      ),
    )
  }
  // A note without a letter runs as it does on the wall.
  const directionOf = (text: string, lang?: string) => textDirection(text, lang === undefined ? dir : 'ltr')
  const line = (text: string, style: LineStyle = {}, lang?: string): Paragraph =>
    new Paragraph({
      children: runs(text, style, lang), bidirectional: directionOf(text, lang) === 'rtl', keepNext: style.withNext ?? false, spacing: { before: style.before ?? 0, after: 60 },
    })
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
    new Paragraph({ heading: level, children: runs(text, {}), bidirectional: isRtlPage, keepNext: true, spacing: { before: 240, after: 120 } })
  const cell = (children: Paragraph[], width: number, fill?: string): TableCell =>
    new TableCell({
      children, width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.TOP, margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    })
  const table = (rows: TableRow[], widths: readonly number[]): Table =>
    new Table({
      rows, visuallyRightToLeft: isRtlPage, width: { size: PAGE_WIDTH, type: WidthType.DXA }, columnWidths: [...widths],
      borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    })

  return {
    line,
    heading,
    link: (address: string): Paragraph =>
      new Paragraph({ children: [new ExternalHyperlink({ link: address, children: [new TextRun({ text: address, style: 'Hyperlink' })] })], bidirectional: isRtlPage }),
    item: (text: string): Paragraph => new Paragraph({ children: runs(text, {}), bullet: { level: 0 }, bidirectional: directionOf(text) === 'rtl' }),

    notes(listed: readonly RecordNote[]): Table {
      const widths = [900, 6038, 2700]
      const rows = listed.map(({ number, kind, text, lang, name, country, writtenBy, places, pairedWith }) =>
        new TableRow({
          cantSplit: text.length < 1500,
          children: [
            cell([line(`${number}`, { bold: true }), line(labels.kind[kind], { quiet: true })], widths[0] ?? 0, PAPER[kind]),
            cell([line(text, {}, lang), ...[...(places === undefined ? [] : [places]), ...pairedWith].map((phrase) => line(phrase, { quiet: true }))], widths[1] ?? 0),
            cell([line(name, { bold: true }), line(country), ...(writtenBy === undefined ? [] : [line(writtenBy, { quiet: true })])], widths[2] ?? 0),
          ],
        }),
      )
      return table(rows, widths)
    },

    agreement({ need, offer, what, fields, confirmed, stateWord }: RecordAgreement): (Paragraph | Table)[] {
      const widths = [2800, 6838]
      const row = (label: string, value: string, lang?: string): TableRow =>
        new TableRow({ cantSplit: true, children: [cell([line(label, { quiet: true })], widths[0] ?? 0, 'F2F5F6'), cell([line(value, {}, lang)], widths[1] ?? 0)] })
      const noteRow = (number: number): TableRow[] => {
        const note = notes[number - 1]
        return note ? [row(`${labels.kind[note.kind]} ${number} · ${isolate(note.name)} (${note.country})`, note.text, note.lang)] : []
      }
      return [
        heading(what, HeadingLevel.HEADING_2),
        line(stateWord, { bold: true, withNext: true }),
        table([...noteRow(need), ...noteRow(offer), ...fields.map(({ label, value }) => row(label, value))], widths),
        ...confirmed.map((words) => line(words, { quiet: true })),
      ]
    },
  }
}
