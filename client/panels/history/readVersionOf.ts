import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { readWall } from '#shared/wall/readWall.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { readVersion, type Answer } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import type { Session } from '../../session/openSession.ts'

/** Fetches the wall as a version holds it, read in a document of its own: the open wall has no part in it. */
export async function readVersionOf(session: Session, version: number): Promise<Answer<Wall>> {
  const answer = await askAs(session, (wall, token) => readVersion(wall, token, version))
  if (!answer.ok) return answer
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, fromBase64(answer.value.state))
    return { ok: true, value: readWall(doc) }
  } catch {
    // What came makes no document: told like a version that the server itself found damaged.
    return { ok: false, refusal: 'not_found', message: '' }
  } finally {
    doc.destroy()
  }
}
