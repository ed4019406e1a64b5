import type { Bus } from '../bus/bus.ts'
import type { Model } from '../model/model.ts'
import type { Route } from './route.ts'

/** What keeps the server from serving as it should. */
type Hindrance = 'stopping' | 'storage refuses'

interface HealthOptions {
  readonly isStopping: () => boolean
  /** Whether storage takes what it is given. */
  readonly takes: () => Promise<boolean>
  /** Whether other servers are heard at once; `undefined` without others. */
  readonly bus: () => Bus['health'] | undefined
  /** Whether the sentence model works; `undefined` without one. */
  readonly model: () => Model['health'] | undefined
}

/**
 * `/healthz`: this process serves; if not, start it anew. `/readyz`: people can be sent here, and if not, why. A bus that is
 * away is told and is no hindrance: edits go on through the store, and all servers at once may be without it. Nor is a sentence
 * model that is broken: matches are found by words.
 */
export function healthRoutes({ isStopping, takes, bus, model }: HealthOptions): readonly Route[] {
  const get = (path: RegExp, hindrances: () => Promise<readonly Hindrance[]> | readonly Hindrance[], details = () => ({})): Route => ({
    method: 'GET',
    path,
    async handle() {
      const why = await hindrances()
      return why.length > 0 ? { status: 503, body: { status: 'unavailable', why } } : { status: 200, body: { status: 'ok', ...details() } }
    },
  })
  return [
    get(/^\/healthz$/, () => (isStopping() ? ['stopping'] : [])),
    get(
      /^\/readyz$/,
      async () => {
        if (isStopping()) return ['stopping']
        return (await takes()) ? [] : ['storage refuses']
      },
      () => ({ bus: bus(), model: model() }),
    ),
  ]
}
