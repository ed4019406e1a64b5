/** `chm` holds drafts for the clearing-house mechanism. */
export const FORMATS = ['pdf', 'xlsx', 'docx', 'csv', 'json', 'chm'] as const
export type Format = (typeof FORMATS)[number]
/** Everything but the PDF, which has a worker and fonts of its own. */
export type DataFormat = Exclude<Format, 'pdf'>

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  chm: 'application/json',
}

/** How the file's name ends, without its dot. */
export const endingOf = (format: Format): string => (format === 'chm' ? 'clearing-house.json' : format)
