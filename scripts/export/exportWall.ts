import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { isDrawn } from '../../client/export/formats.ts'
import { writeData } from '../../client/export/writeData.ts'
import type { ContactsOfRecord, DocumentRead, WallLook } from '#shared/protocol/api.ts'
import { readSettings } from '#shared/wall/readWall.ts'
import { askServer } from '../askServer.ts'
import { drawFile, loadVoice } from './drawFile.ts'
import type { ExportOrder } from './readArguments.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A file of the wall as it is at this moment on the server.
 * @throws Error in words when the server cannot be reached or does not know the link
 */
export async function exportWall({ origin, wall: id, key, format, language: wanted, choice, isFull, withContacts }: ExportOrder): Promise<Uint8Array> {
  if (isFull) {
    const { role } = await askServer<WallLook>(origin, `/api/walls/${id}/look`, { key })
    if (role !== 'facilitator') throw new Error('--full needs the link of the facilitator.')
  }
  const contacts = withContacts ? (await askServer<ContactsOfRecord>(origin, `/api/walls/${id}/contacts`, { key })).contacts : undefined
  const { state } = await askServer<DocumentRead>(origin, `/api/walls/${id}/document`, { key })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  const language = wanted ?? readSettings(doc).language
  const voice = await loadVoice(ROOT, doc, language)
  const options = { language, createdAt: Date.now(), link: `${origin}/w/${id}`, contacts }
  if (!isDrawn(format)) return writeData(format, doc, { ...options, ...voice, isFull })
  return drawFile(format, doc, { ...options, root: ROOT, voice, choice })
}
