import type { DrawnFormat } from './formats.ts'
import type { WallRecord } from '#shared/record/WallRecord.ts'

/** To the worker: first that it shall load what it takes, then records, one after the other. */
export type PdfOrder =
  /** @param fontUrls absolute addresses by file name */
  | { readonly is: 'prepare'; readonly fontUrls: Readonly<Record<string, string>> }
  | { readonly is: 'draw'; readonly format: DrawnFormat; readonly record: WallRecord }

/** From the worker: that it is prepared, with what could be had; of a record how far it is, then one of the others. */
export type PdfReport =
  | { readonly is: 'prepared' }
  | { readonly is: 'working'; readonly done: number }
  | { readonly is: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `unreachable`: a font or the shaping engine is neither here nor to be had. */
  | { readonly is: 'failed'; readonly why: 'unreachable' | 'broken'; readonly message: string }
