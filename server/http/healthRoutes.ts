import type { Route } from './route.ts'

/** What keeps the server from serving as it should. */
type Hindrance = 'stopping' | 'storage refuses'

interface HealthOptions {
  readonly isStopping: () => boolean
  /** Whether storage takes what it is given. */
  readonly takes: () => Promise<boolean>
}

/** `/healthz`: this process serves; if not, start it anew. `/readyz`: people can be sent here, and if not, why. */
export function healthRoutes({ isStopping, takes }: HealthOptions): readonly Route[] {
  const get = (path: RegExp, hindrances: () => Promise<readonly Hindrance[]> | readonly Hindrance[]): Route => ({
    method: 'GET',
    path,
    async handle() {
      const why = await hindrances()
      return why.length > 0 ? { status: 503, body: { status: 'unavailable', why } } : { status: 200, body: { status: 'ok' } }
    },
  })
  return [
    get(/^\/healthz$/, () => (isStopping() ? ['stopping'] : [])),
    get(/^\/readyz$/, async () => {
      if (isStopping()) return ['stopping']
      return (await takes()) ? [] : ['storage refuses']
    }),
  ]
}
