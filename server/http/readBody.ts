import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { WIRE } from '#shared/protocol/limits.ts'
import { HttpError } from './httpError.ts'

/**
 * The body of a request, checked against its schema.
 * @throws HttpError that says what is wrong with it, and where
 */
export async function readBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  return parseBody(await readBytes(request, WIRE.bodyBytes), schema)
}

/** @throws HttpError that says what is wrong with it, and where */
export function parseBody<T>(bytes: Uint8Array, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(new TextDecoder().decode(bytes)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  throw new HttpError(400, 'bad_request', `${where}${issue?.message ?? 'The body does not fit.'}`)
}

/**
 * The bytes of a request's body, in memory of their own.
 * @param most bytes that it may have
 * @throws HttpError when it is of another type than JSON, or larger
 */
export async function readBytes(request: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer>> {
  // A page of somebody else can send a form or plain text here, but not this type without asking us first.
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new HttpError(415, 'bad_request', `The body is ${type ?? 'of no type'}; send application/json.`)
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) throw new TypeError('A request without an encoding gives Buffers.')
    bytes += chunk.length
    if (bytes > most) {
      // What is left of it is not worth reading, so the connection cannot be used for another request.
      throw new HttpError(413, 'too_large', `The body is over ${most} bytes.`, { connection: 'close' })
    }
    chunks.push(chunk)
  }
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpError(400, 'bad_request', 'The body is not JSON.')
  }
}
