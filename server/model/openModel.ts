import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { WallId } from '#shared/wall/ids.ts'
import type { Model, OnAlike } from './model.ts'
import type { ModelAnswer, ModelRequest } from './serveModel.ts'

interface ModelOptions {
  /** Where it lies, as the operator set it. */
  readonly folder: string
  /** The file that runs beside this thread. */
  readonly program: URL
  readonly log: Logger
}

/** A model that finds fewer of the pairs it is tried on is hardly worth its time; the log says so. */
const WORTHWHILE = 0.2

/** Begins to open the operator's sentence model; the server does not wait for it, and goes on without it where it fails. */
export function openModel({ folder, program, log }: ModelOptions): Model {
  const seats = new Map<WallId, OnAlike>()
  let health: Model['health'] = 'opening'
  const worker = new Worker(program, { workerData: { folder } })
  worker.unref()
  const fail = (why: string): void => {
    if (health === 'broken') return
    health = 'broken'
    seats.clear()
    log.error({ folder, why }, 'the sentence model cannot be used; matches are found by words alone')
    void worker.terminate()
  }
  worker.on('message', (answer: ModelAnswer) => {
    switch (answer.type) {
      case 'ready':
        health = 'ready'
        log[answer.mark.finds < WORTHWHILE ? 'warn' : 'info']({ folder, ...answer.mark }, 'the sentence model is ready: of pairs of one topic it finds the share that is given')
        return
      case 'alike':
        seats.get(answer.wall)?.(answer.likenesses)
        return
      case 'broken':
        fail(answer.why)
    }
  })
  worker.on('error', (error) => fail(error.message))
  worker.on('exit', () => fail('it has ended'))

  const send = (request: ModelRequest): void => {
    if (health !== 'broken') worker.postMessage(request)
  }
  return {
    get health() {
      return health
    },
    follow(wall, onAlike) {
      seats.set(wall, onAlike)
      return {
        update: (upserts, removals) => send({ type: 'update', wall, upserts, removals }),
        leave() {
          if (seats.get(wall) !== onAlike) return
          seats.delete(wall)
          send({ type: 'forget', wall })
        },
      }
    },
    async close() {
      health = 'broken' // and nobody is told
      await worker.terminate()
    },
  }
}
