import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { ROOT } from '#shared/wall/schema.ts'
import { seededRandom } from '../../../scripts/rehearsal/seededRandom.ts'
import { openVisit, type Invitation } from '../crowd/visit.ts'
import { inventNotes } from './inventNotes.ts'

const NOTES_AN_EDIT = 50
const BETWEEN_EDITS_MS = 20
const MOST_WAIT_MS = 60_000

/**
 * Fills a wall: those who are invited place their share of the notes, fifty at a time, and leave. The wall is full when
 * somebody new is shown all of them.
 */
export async function fillWall(writers: readonly Invitation[], newcomer: Invitation, notes: number): Promise<void> {
  const share = Math.ceil(notes / writers.length)
  const leaving = await Promise.all(writers.map((writer, at) => placeNotes(writer, at, Math.min(share, notes - at * share))))
  const giveUpAt = Date.now() + MOST_WAIT_MS
  for (let shown = 0; shown < notes; shown = await countNotes(newcomer)) {
    if (Date.now() > giveUpAt) throw new Error(`The wall shows ${shown} notes instead of ${notes}.`)
    await sleep(200)
  }
  for (const leave of leaving) leave()
}

/** @returns how to leave */
async function placeNotes(invitation: Invitation, at: number, notes: number): Promise<() => void> {
  const doc = new Y.Doc()
  const random = seededRandom(at + 1)
  const visit = openVisit(invitation, { onAsked: (stateVector) => Y.encodeStateAsUpdate(doc, stateVector) })
  await visit.synced
  doc.on('update', (update: Uint8Array) => visit.sendUpdate(update))
  const participant = invitation.participant as ParticipantId // the server gave it
  for (let left = notes; left > 0; left -= NOTES_AN_EDIT) {
    applyEdits(doc, inventNotes(Math.min(left, NOTES_AN_EDIT), random), { participant, now: Date.now(), origin: 'self' })
    await sleep(BETWEEN_EDITS_MS)
  }
  return () => visit.close()
}

async function countNotes(invitation: Invitation): Promise<number> {
  const visit = openVisit(invitation, {})
  await visit.synced
  visit.close()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, visit.state)
  return doc.getMap(ROOT.notes).size
}
