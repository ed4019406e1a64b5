import type { DrawnFormat } from './formats.ts'
import type { WallRecord } from '#shared/record/WallRecord.ts'

/** To the worker: one record, or nothing but the wish to have here what it takes. */
export interface PdfOrder {
  readonly record: WallRecord | undefined
  readonly format: DrawnFormat
  /** Absolute addresses by file name. */
  readonly fontUrls: Readonly<Record<string, string>>
}

/** From the worker: how far it is, then one of the others. */
export type PdfReport =
  | { readonly is: 'working'; readonly done: number }
  | { readonly is: 'warm' }
  | { readonly is: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `unreachable`: a font or the shaping engine is neither here nor to be had. */
  | { readonly is: 'failed'; readonly why: 'unreachable' | 'broken'; readonly message: string }
