import type { IncomingMessage } from 'node:http'
import type { WallMade, WallRestored } from '#shared/protocol/api.ts'
import { WIRE } from '#shared/protocol/limits.ts'
import { addressOf, OWN_MACHINE, type Address } from '../auth/addressOf.ts'
import { prepareWall } from '../restoring/prepareWall.ts'
import type { WallPreparer } from '../restoring/restoreJob.ts'
import { HttpError } from './httpError.ts'
import { readBytes } from './readBody.ts'
import type { Reply } from './route.ts'
import { whileHere } from './whileHere.ts'

interface RestoreOptions {
  readonly proxyHeader: string | undefined
  readonly preparer: WallPreparer
  readonly mustBeMaker: (request: IncomingMessage, key: string | undefined) => void
  /** Makes a wall of this first update, with links of its own. */
  readonly makeWall: (request: IncomingMessage, update: Uint8Array) => Promise<WallMade>
}

/** Large bodies that are read at the same time: memory is the relay's. One of an address: a workshop restores one wall, and a body that comes slowly is in nobody else's way. */
export const RESTORES_AT_ONCE = 8
/** A smaller file is done with before a thread has started: 5 to 10 ms. */
const WORTH_A_THREAD_BYTES = 256 * 1024

/** A new wall from the JSON of one. */
export function createRestore({ proxyHeader, preparer, mustBeMaker, makeWall }: RestoreOptions): (request: IncomingMessage) => Promise<Reply> {
  const reading = new Map<object, Address>()
  return async (request) => {
    const address = addressOf(request, proxyHeader)
    const isAlone = (address === OWN_MACHINE && proxyHeader === undefined) || !Array.from(reading.values()).includes(address)
    if (reading.size >= RESTORES_AT_ONCE || !isAlone) throw new HttpError(429, 'too_many', 'Other walls are being restored. Try again in a moment.', { 'retry-after': '5' })
    reading.set(request, address)
    try {
      const bytes = await readBytes(request, WIRE.wallFileBytes)
      const isSmall = bytes.length < WORTH_A_THREAD_BYTES
      const result = isSmall ? prepareWall(bytes) : await whileHere(request, (signal) => preparer.run(() => Promise.resolve(bytes), signal))
      if (result.is === 'badRequest') throw new HttpError(400, 'bad_request', result.message)
      mustBeMaker(request, result.key)
      if (result.is === 'noWall') throw new HttpError(422, 'bad_file', result.problem)
      const { update, ...wall } = result.wall
      const body: WallRestored = { ...(await makeWall(request, update)), ...wall }
      return { status: 201, body }
    } finally {
      reading.delete(request)
    }
  }
}
