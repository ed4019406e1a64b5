/** `chm` holds drafts for the clearing-house mechanism, `ics` the first steps for a calendar, `vcf` the people who allowed it. */
export const FORMATS = ['pdf', 'poster', 'forms', 'xlsx', 'docx', 'csv', 'json', 'chm', 'ics', 'vcf'] as const
export type Format = (typeof FORMATS)[number]
/** What is drawn, by a worker and with fonts of its own: the record, a poster of it, and sheets to write on by hand. */
export const DRAWN = ['pdf', 'poster', 'forms'] as const satisfies readonly Format[]
export type DrawnFormat = (typeof DRAWN)[number]
export type DataFormat = Exclude<Format, DrawnFormat>
export const isDrawn = (format: Format): format is DrawnFormat => DRAWN.some((drawn) => drawn === format)

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  poster: 'application/pdf',
  forms: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  chm: 'application/json',
  ics: 'text/calendar;charset=utf-8',
  vcf: 'text/vcard;charset=utf-8',
}

/** What can say how people are reached, where a facilitator asks for it; address cards say nothing else. */
const WITH_CONTACTS: readonly Format[] = ['pdf', 'docx', 'xlsx', 'chm', 'vcf']
export const canHoldContacts = (format: Format): boolean => WITH_CONTACTS.includes(format)

/** How the file's name ends, without its dot. */
export const endingOf = (format: Format): string => ENDINGS[format] ?? format
const ENDINGS: Readonly<Partial<Record<Format, string>>> = { chm: 'clearing-house.json', poster: 'poster.pdf', forms: 'forms.pdf' }
