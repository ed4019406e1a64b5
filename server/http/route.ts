import type { IncomingMessage } from 'node:http'

export interface Reply {
  readonly status: number
  /** Sent as JSON. */
  readonly body: unknown
}

export interface Route {
  readonly method: 'GET' | 'POST'
  /** Its groups are handed to the handler. */
  readonly path: RegExp
  readonly handle: (request: IncomingMessage, groups: readonly string[]) => Promise<Reply> | Reply
}
