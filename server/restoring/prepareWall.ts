import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { WIRE } from '#shared/protocol/limits.ts'
import { newId } from '#shared/wall/ids.ts'
import { parseWallFile } from '#shared/wallFile/parseWallFile.ts'
import { putUpWall } from '#shared/wallFile/putUpWall.ts'
import { HttpError } from '../http/httpError.ts'
import { parseBody } from '../http/readBody.ts'
import { restoreWallBody } from '../http/schemas.ts'
import type { RestoreResult } from './restoreJob.ts'

/** @param body of a request, as it came */
export function prepareWall(body: Uint8Array): RestoreResult {
  try {
    const { file, title, key } = parseBody(body, restoreWallBody)
    const parsed = parseWallFile(file)
    if (!parsed.ok) return { is: 'noWall', problem: parsed.problem, key }
    const doc = new Y.Doc()
    putUpWall(doc, parsed.wall, { title, newId: () => newId(randomBytes) })
    const update = Y.encodeStateAsUpdate(doc)
    if (update.length > WIRE.messageBytes) return { is: 'noWall', problem: 'tooMuch', key }
    const wall = { update, title: title?.trim() || parsed.wall.settings.title, notes: parsed.wall.notes.size, skipped: parsed.skipped }
    return { is: 'prepared', wall, key }
  } catch (error) {
    if (error instanceof HttpError) return { is: 'badRequest', message: error.message }
    throw error
  }
}
