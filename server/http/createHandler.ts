import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import helmet from 'helmet'
import type { Logger } from 'pino'
import type { ApiError } from '#shared/protocol/api.ts'
import { StorageRefuses } from '../storage/storageRefuses.ts'
import { WallGone } from '../storage/wallGone.ts'
import { HttpError } from './httpError.ts'
import type { Reply, Route } from './route.ts'

interface HandlerOptions {
  readonly routes: readonly Route[]
  /** Answers what is no route: the client's files. */
  readonly pages: RequestListener
  readonly log: Logger
}

/** Answers every plain HTTP request: the routes in JSON, everything else by the pages. */
export function createHandler({ routes, pages, log }: HandlerOptions): RequestListener {
  // The content policy goes with the pages. Nothing here may insist on HTTPS: a ship's network has none, and on plain
  // HTTP browsers only complain of the two cross-origin headers.
  const secure = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  return (request, response) => {
    secure(request, response, () => {
      // A wall needs none of these, and neither does what somebody may manage to bring into its page.
      response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
      const path = request.url?.split('?')[0] ?? '/'
      const matching = routes.filter((route) => route.path.test(path))
      if (matching.length === 0 && !/^\/(api|relay)(\/|$)/.test(path)) {
        pages(request, response)
        return
      }
      answer(request, path, matching)
        .then((reply) => sendSmall(request, response, reply))
        .catch((error: unknown) => refuse(response, error, log))
    })
  }
}

async function answer(request: IncomingMessage, path: string, matching: readonly Route[]): Promise<Reply> {
  const route = matching.find(({ method }) => method === request.method)
  if (route) return route.handle(request, route.path.exec(path)?.slice(1) ?? [])
  const methods = matching.map(({ method }) => method).join(', ')
  if (!methods) throw new HttpError(404, 'not_found', 'There is nothing at this address.')
  throw new HttpError(405, 'bad_request', `${request.method} is not for this address; use ${methods}.`, { allow: methods })
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
/** A wall of 5,000 notes takes 7 ms and comes to a ninth; the next better level takes three times as long for the same. */
const BROTLI_QUALITY = 2
/** Above this an answer is a wall's content: worth packing, and far larger than any in which there is a secret. */
const WORTH_BYTES = 8192

const contentOf = ({ body, type }: Reply): Uint8Array =>
  type !== undefined && body instanceof Uint8Array ? body : Buffer.from(type !== undefined && typeof body === 'string' ? body : JSON.stringify(body))

async function sendSmall(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  const content = contentOf(reply)
  const isWorthIt = (reply.type === undefined || reply.isLoose) && content.length > WORTH_BYTES
  const encoding = isWorthIt ? encodingFor(request) : undefined
  if (!encoding) return send(response, reply, { content })
  const packed = await (encoding === 'br' ? toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }) : toGzip(content))
  send(response, reply, { content: packed, headers: { 'content-encoding': encoding, vary: 'accept, accept-encoding' } })
}

function encodingFor({ headers }: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = headers['accept-encoding'] ?? ''
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

interface Sending {
  /** As it goes over the line; the reply's own otherwise. */
  readonly content?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

function send(response: ServerResponse, reply: Reply, { content = contentOf(reply), headers = {} }: Sending = {}): void {
  const { status, type, headers: own = {} } = reply
  response.writeHead(status, {
    'content-type': type ?? 'application/json; charset=utf-8',
    'content-length': content.length,
    'cache-control': 'no-store',
    // An answer that a browser is made to open as a page can do nothing there.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...own,
    ...headers,
  })
  response.end(content)
}

function refuse(response: ServerResponse, error: unknown, log: Logger): void {
  if (error instanceof HttpError) {
    const { status, code, message, headers } = error
    send(response, { status, body: { error: { code, message } } satisfies ApiError }, { headers })
    return
  }
  if (error instanceof WallGone) {
    send(response, { status: 404, body: { error: { code: 'not_found', message: 'There is no such wall.' } } satisfies ApiError })
    return
  }
  if (error instanceof StorageRefuses) {
    log.error({ err: error }, 'a request was refused: storage refuses')
    const message = 'The storage of this server does not work at the moment. Please try again soon.'
    send(response, { status: 503, body: { error: { code: 'not_saved', message } } satisfies ApiError }, { headers: { 'retry-after': '5' } })
    return
  }
  log.error({ err: error }, 'a request failed')
  const message = 'The server could not do it. It has been noted; please try again.'
  send(response, { status: 500, body: { error: { code: 'internal', message } } satisfies ApiError })
}
