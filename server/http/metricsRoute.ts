import type { Registry } from 'prom-client'
import { fitsHash, hashOf } from '../auth/keys.ts'
import { HttpError } from './httpError.ts'
import type { Route } from './route.ts'

/**
 * What a Prometheus server asks for.
 * @param token must come as `authorization: Bearer <token>`; `undefined` when whoever reaches the port may read
 */
export function metricsRoute(registry: Registry, token: string | undefined): Route {
  const tokenHash = token === undefined ? undefined : hashOf(token)
  return {
    method: 'GET',
    path: /^\/metrics$/,
    async handle({ headers }) {
      const [, given = ''] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? []
      if (tokenHash !== undefined && !fitsHash(given, tokenHash)) {
        throw new HttpError(401, 'not_allowed', 'Send the token of METRICS_TOKEN as a bearer token.', { 'www-authenticate': 'Bearer' })
      }
      return { status: 200, body: await registry.metrics(), type: registry.contentType }
    },
  }
}
