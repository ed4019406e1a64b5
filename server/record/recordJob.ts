import type { RecordContact } from '#shared/protocol/api.ts'
import type { RecordChoice } from '#shared/record/recordChoice.ts'
import type { Language } from '#shared/wall/schema.ts'
import type { Thread } from '../threads/createThread.ts'

/** One record to be written; it goes to a thread of its own as it is. */
export interface RecordJob {
  /** The whole document as one update. */
  readonly state: Uint8Array
  /** `undefined`: the wall's own. */
  readonly language: Language | undefined
  readonly choice: RecordChoice
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Without a key: files are handed on. */
  readonly link: string
  readonly contacts: readonly RecordContact[] | undefined
}

/** Writes records as PDF. */
export type RecordWriter = Thread<RecordJob, Uint8Array>
