import type { WallRecord } from '#shared/record/WallRecord.ts'

/** To the worker: one record, and where the fonts are. */
export interface PdfOrder {
  readonly record: WallRecord
  /** Absolute addresses by file name. */
  readonly fontUrls: Readonly<Record<string, string>>
}

/** From the worker: how far it is, then one of the other two. */
export type PdfReport =
  | { readonly is: 'working'; readonly done: number }
  | { readonly is: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `unreachable`: a font or the shaping engine is neither here nor to be had. */
  | { readonly is: 'failed'; readonly why: 'unreachable' | 'broken'; readonly message: string }
