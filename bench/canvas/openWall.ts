import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { DocumentRead, Joined, WallMade } from '#shared/protocol/api.ts'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { ROOT } from '#shared/wall/schema.ts'
import { askServer } from '../../scripts/askServer.ts'
import { benchNotes } from './benchNotes.ts'

/** A wall on a real server, and somebody at another device who writes on it. */
export interface BenchWall {
  /** Of a facilitator's own: comes in without being asked anything, and opens their page. */
  readonly link: string
  /** For everybody: whoever comes by it is asked who they are. */
  readonly participantLink: string
  /** Writes all of this as one transaction: it arrives at the others as one message. */
  write(edits: readonly Edit[]): void
  close(): void
}

/** Notes in one message, while the wall is filled. */
const AT_ONCE = 2000

/** @param origin `http://host:port` of the server @throws when the server does not keep the notes */
export async function openWall(origin: string, noteCount: number): Promise<BenchWall> {
  const { id, links } = await askServer<WallMade>(origin, '/api/walls', { title: `A wall of ${noteCount} notes` })
  const [, key = ''] = links.participant.split('#k=')
  const [, leaderKey = ''] = links.facilitator.split('#k=')
  // Who looks at the wall is somebody else, who may move everybody's notes.
  const leader = await askServer<Joined>(origin, `/api/walls/${id}/join`, { key: leaderKey, name: 'Amina', country: 'tz', institution: 'Ministry of Environment' })
  const { token, participant } = await askServer<Joined>(origin, `/api/walls/${id}/join`, { key, name: 'Bench', country: 'ke', institution: 'Ministry of Environment' })
  if (participant === undefined) throw new Error('The server let nobody in who may write.')
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/relay`, id, doc, {
    protocols: [SUBPROTOCOL, token],
    // The browser's WebSocket as far as the provider uses it.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => void provider.once('sync', () => resolve()))
  let now = Date.now() - noteCount * 1000
  const write = (edits: readonly Edit[]): void => applyEdits(doc, edits, { participant, now: (now += 1000), origin: 'bench' })

  write([{ type: 'greet', name: 'Bench', country: 'ke', institution: 'Ministry of Environment' }])
  const notes = benchNotes(noteCount)
  for (let from = 0; from < notes.length; from += AT_ONCE) write(notes.slice(from, from + AT_ONCE))
  while ((await notesKept(origin, id, key)) < noteCount) await sleep(50)
  return {
    link: `${links.facilitator}&me=${leader.participant}&secret=${leader.secret}`,
    participantLink: links.participant,
    write,
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}

async function notesKept(origin: string, wall: string, key: string): Promise<number> {
  const { state } = await askServer<DocumentRead>(origin, `/api/walls/${wall}/document`, { key })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  return doc.getMap(ROOT.notes).size
}
