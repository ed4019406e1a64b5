import type { NoteLayout } from '../layout/layoutNote.ts'
import type { WallPoint } from '../wall/schema.ts'
import type { RecordNote } from './WallRecord.ts'

export interface PlacedNote {
  readonly note: RecordNote
  readonly layout: NoteLayout
}

/** From the wall to the page, in points. */
export type ToPage = (point: WallPoint) => { readonly x: number; readonly y: number }
