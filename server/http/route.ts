import type { IncomingMessage } from 'node:http'

export interface Reply {
  readonly status: number
  /** Sent as JSON, unless `type` says what else it is: then a text, or bytes. */
  readonly body: unknown
  readonly type?: string
  /** What has a type of its own is a file that was packed as it was made; this was not, and is worth it. */
  readonly isLoose?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

export interface Route {
  readonly method: 'GET' | 'POST'
  /** Its groups are handed to the handler. */
  readonly path: RegExp
  readonly handle: (request: IncomingMessage, groups: readonly string[]) => Promise<Reply> | Reply
}
