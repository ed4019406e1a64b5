import { Worker } from 'node:worker_threads'

/** Heavy work beside the thread that serves people, one job after the other. */
export interface Thread<Job, Result> {
  /** Whether one more finds room to wait. */
  readonly hasRoom: boolean
  /**
   * @param job asked for when its turn has come; goes to the thread as a copy
   * @param signal whoever asked has gone: the work ends at once
   * @throws when it cannot be done, or is not done in time, or whoever asked has gone
   */
  run(job: () => Promise<Job>, signal: AbortSignal): Promise<Result>
  close(): Promise<void>
}

interface Bounds {
  /** Jobs that are under way or wait. */
  readonly atOnce: number
  /** Of one job with its waiting; what takes longer hangs. */
  readonly ms: number
  /** Of memory. */
  readonly megabytes: number
}

/**
 * One job at a time: each takes a whole core, which others have a use for.
 * @param program what runs in the thread: it finds the job as its `workerData`, posts the result once, and ends
 */
export function createThread<Job, Result>(program: URL, { atOnce, ms, megabytes }: Bounds): Thread<Job, Result> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const ending = new AbortController()

  async function runOne(job: Job, signal: AbortSignal): Promise<Result> {
    signal.throwIfAborted()
    const worker = new Worker(program, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    try {
      return await new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('The work was not brought to its end.', { cause: signal.reason })), { once: true })
        worker.once('message', (result: Result) => resolve(result))
        worker.once('error', reject)
        worker.once('exit', (code) => reject(new Error(`The thread of ${program.href} ended with ${code}.`)))
      })
    } finally {
      await worker.terminate()
    }
  }

  return {
    get hasRoom() {
      return waiting < atOnce
    },
    async run(job, signal) {
      const either = AbortSignal.any([signal, ending.signal, AbortSignal.timeout(ms)])
      waiting++
      const mine = last.then(async () => {
        either.throwIfAborted()
        return runOne(await job(), either)
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
