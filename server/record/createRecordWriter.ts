import { Worker } from 'node:worker_threads'
import type { RecordContact } from '#shared/protocol/api.ts'
import type { RecordChoice } from '#shared/record/recordChoice.ts'
import type { Language } from '#shared/wall/schema.ts'

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

export interface RecordWriter {
  /** Whether one more finds room to wait. */
  readonly hasRoom: boolean
  /**
   * @param job asked for when its turn has come
   * @param signal whoever asked has gone: the work ends at once
   * @throws when it cannot be written, or the signal's reason
   */
  write(job: () => Promise<RecordJob>, signal: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}

/** One at a time: a record takes a second of a whole core, which others have a use for. With it, so many are asked for at once. */
const MOST_AT_ONCE = 4
/** Far beyond any wall that fits into a document; what takes longer hangs. */
const MOST_MS = 120_000
const MOST_MEGABYTES = 768

/** Writes records in a thread of its own, so that nobody on a wall waits for one. @param program what runs in the thread */
export function createRecordWriter(program: URL): RecordWriter {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const ending = new AbortController()
  return {
    get hasRoom() {
      return waiting < MOST_AT_ONCE
    },
    async write(job, signal) {
      const either = AbortSignal.any([signal, ending.signal, AbortSignal.timeout(MOST_MS)])
      waiting++
      const mine = last.then(async () => {
        either.throwIfAborted()
        return run(program, await job(), either)
      })
      last = mine.catch(() => undefined) // whoever asked is told
      try {
        return await mine
      } finally {
        waiting--
      }
    },
    async close() {
      ending.abort()
      await last
    },
  }
}

async function run(program: URL, job: RecordJob, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted()
  const worker = new Worker(program, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('The record was not written to its end.', { cause: signal.reason })), { once: true })
      worker.once('message', (bytes: Uint8Array) => resolve(bytes))
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The record's thread ended with ${code}.`)))
    })
  } finally {
    await worker.terminate()
  }
}
