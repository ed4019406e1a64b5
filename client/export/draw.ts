import { writePaperForms } from '#shared/record/writePaperForms.ts'
import { writePoster } from '#shared/record/writePoster.ts'
import { writeRecord, type RecordTools } from '#shared/record/writeRecord.ts'
import type { WallRecord } from '#shared/record/WallRecord.ts'
import type { DrawnFormat } from './formats.ts'

/** What is drawn of a wall, in a worker or in Node. */
export const DRAW: Readonly<Record<DrawnFormat, (record: WallRecord, tools: RecordTools) => Uint8Array<ArrayBuffer>>> = {
  pdf: writeRecord,
  poster: writePoster,
  forms: writePaperForms,
}
