import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { WIRE } from '#shared/protocol/limits.ts'
import { HttpError } from './httpError.ts'

/**
 * The body of a request, checked against its schema.
 * @param most bytes that it may have
 * @throws HttpError that says what is wrong with it, and where
 */
export async function readBody<T>(request: IncomingMessage, schema: z.ZodType<T>, most: number = WIRE.bodyBytes): Promise<T> {
  // A page of somebody else can send a form or plain text here, but not this type without asking us first.
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new HttpError(415, 'bad_request', `The body is ${type ?? 'of no type'}; send application/json.`)
  }
  const parsed = schema.safeParse(parseJson(await readText(request, most)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  throw new HttpError(400, 'bad_request', `${where}${issue?.message ?? 'The body does not fit.'}`)
}

async function readText(request: IncomingMessage, most: number): Promise<string> {
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
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpError(400, 'bad_request', 'The body is not JSON.')
  }
}
