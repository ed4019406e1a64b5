import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import * as Y from 'yjs'
import type { WallMade, WallRestored } from '#shared/protocol/api.ts'
import { WIRE } from '#shared/protocol/limits.ts'
import { newId } from '#shared/wall/ids.ts'
import { parseWallFile } from '#shared/wallFile/parseWallFile.ts'
import { putUpWall } from '#shared/wallFile/putUpWall.ts'
import { addressOf, OWN_MACHINE, type Address } from '../auth/addressOf.ts'
import { HttpError } from './httpError.ts'
import { readBody } from './readBody.ts'
import type { Reply } from './route.ts'
import { restoreWallBody } from './schemas.ts'

interface RestoreOptions {
  readonly proxyHeader: string | undefined
  readonly mustBeMaker: (request: IncomingMessage, key: string | undefined) => void
  /** Makes a wall of this first update, with links of its own. */
  readonly makeWall: (request: IncomingMessage, update: Uint8Array) => Promise<WallMade>
}

/** Large bodies that are read at the same time: memory is the relay's. One of an address: a workshop restores one wall, and a body that comes slowly is in nobody else's way. */
const AT_ONCE = 8

/** A new wall from the JSON of one. */
export function createRestore({ proxyHeader, mustBeMaker, makeWall }: RestoreOptions): (request: IncomingMessage) => Promise<Reply> {
  const reading = new Map<object, Address>()
  return async (request) => {
    const address = addressOf(request, proxyHeader)
    const isAlone = (address === OWN_MACHINE && proxyHeader === undefined) || !Array.from(reading.values()).includes(address)
    if (reading.size >= AT_ONCE || !isAlone) throw new HttpError(429, 'too_many', 'Other walls are being restored. Try again in a moment.', { 'retry-after': '5' })
    reading.set(request, address)
    try {
      const { file, title, key } = await readBody(request, restoreWallBody, WIRE.wallFileBytes)
      mustBeMaker(request, key)
      const parsed = parseWallFile(file)
      if (!parsed.ok) throw new HttpError(422, 'bad_file', parsed.problem)
      const doc = new Y.Doc()
      putUpWall(doc, parsed.wall, { title, newId: () => newId(randomBytes) })
      const update = Y.encodeStateAsUpdate(doc)
      if (update.length > WIRE.messageBytes) throw new HttpError(422, 'bad_file', 'tooMuch')
      const made = await makeWall(request, update)
      const body: WallRestored = { ...made, title: title?.trim() || parsed.wall.settings.title, notes: parsed.wall.notes.size, skipped: parsed.skipped }
      return { status: 201, body }
    } finally {
      reading.delete(request)
    }
  }
}
