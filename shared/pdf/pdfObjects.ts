/** A piece of PDF syntax that is written as it is: made by the functions below and nowhere else. */
export class PdfToken {
  readonly syntax: string
  constructor(syntax: string) {
    this.syntax = syntax
  }
}

export class PdfRef extends PdfToken {
  readonly number: number
  constructor(number: number) {
    super(`${number} 0 R`)
    this.number = number
  }
}

export interface PdfDict {
  /** An entry that is `undefined` is left out. */
  readonly [key: string]: PdfValue | undefined
}
export type PdfValue = number | boolean | PdfToken | readonly PdfValue[] | PdfDict

/** A name such as `/Page`; what is not a plain character is escaped (ISO 32000-1, 7.3.5). */
export const pdfName = (name: string): PdfToken =>
  new PdfToken(`/${name.replace(/[^A-Za-z0-9_.+-]/g, (c) => `#${(c.charCodeAt(0) & 0xff).toString(16).padStart(2, '0')}`)}`)

/** A text for people, in any language (UTF-16 with its mark, as hexadecimal: nothing in it can be taken for syntax). */
export const pdfText = (text: string): PdfToken => new PdfToken(`<FEFF${utf16Hex(text)}>`)

/** A byte string of characters below U+0100: dates, addresses, language tags. */
export const pdfAscii = (text: string): PdfToken => new PdfToken(`<${Array.from(text, (c) => hex(c.charCodeAt(0) & 0xff, 2)).join('')}>`)

/** Bytes (characters below U+0100) of a content stream: half as long as in hexadecimal. */
export const byteString = (bytes: string): string => `(${bytes.replace(/[\\()\r\n]/g, (byte) => ESCAPED[byte] ?? byte)})`
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '(': '\\(', ')': '\\)', '\r': '\\r', '\n': '\\n' }

export const utf16Hex = (text: string): string => {
  let digits = ''
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i), 4)
  return digits
}

export const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** A number as PDF has it: without an exponent, to three places. */
export const pdfNumber = (value: number): string => written(value, 1000)

/** The same for a place or a length on a page: a hundredth of a point is finer than any printer. */
export const pdfLength = (points: number): string => written(points, 100)

function written(value: number, whole: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`PDF has no number ${value}`)
  const rounded = Math.round(value * whole) / whole
  // Beyond this a number is written with an exponent; no page is as large.
  return Math.abs(rounded) < 1e21 ? String(rounded === 0 ? 0 : rounded) : rounded.toFixed(0)
}

export function pdfSyntax(value: PdfValue): string {
  if (typeof value === 'number') return pdfNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof PdfToken) return value.syntax
  if (isList(value)) return `[${value.map(pdfSyntax).join(' ')}]`
  const entries = Object.entries(value).map(([key, entry]) => (entry === undefined ? '' : `${pdfName(key).syntax} ${pdfSyntax(entry)}`))
  return `<<${entries.filter(Boolean).join(' ')}>>`
}

/** `Array.isArray` does not narrow read-only arrays. */
const isList = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value)
