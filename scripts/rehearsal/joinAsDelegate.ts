import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Presence } from '../../client/session/presence.ts'
import { createRelay, setToken } from '../../client/session/relay.ts'
import { createSaveTracker } from '../../client/session/saveTracker.ts'
import { boxAt } from '#shared/layout/box.ts'
import { findFreePlace } from '#shared/layout/findFreePlace.ts'
import { NOTE } from '#shared/layout/noteShape.ts'
import { closeNameOf } from '#shared/protocol/closeCodes.ts'
import type { Joined, JoinWall } from '#shared/protocol/api.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { newId, type NoteId } from '#shared/wall/ids.ts'
import type { Wall, WallPoint } from '#shared/wall/schema.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import { askServer } from '../askServer.ts'
import type { InventedDelegate } from './inventDelegates.ts'
import type { InventedNote } from './inventNotes.ts'
import type { Rehearsal } from './readArguments.ts'

export interface Delegate {
  /** The wall as this delegate sees it. */
  wall(): Wall
  /** Edits of this delegate that the server has not echoed. */
  waiting(): number
  write(note: InventedNote, near: WallPoint): NoteId
  moveCursor(to: WallPoint): void
  close(): void
}

export interface DelegateListener {
  /** The server has echoed an edit: it is saved. */
  onSaved(afterMs: number): void
  /** These notes came or changed, from somebody else or by one's own hand. */
  onNotes(ids: ReadonlySet<NoteId>): void
  /** The server ended the connection for good. */
  onEnded(reason: string): void
}

const SIZE = { width: NOTE.width, height: NOTE.minHeight }

/**
 * Comes in by the same door, over the same line and in the same edits as a browser does.
 * @throws Error in words when the server does not let them in
 */
export async function joinAsDelegate({ origin, wall: wallId, key }: Rehearsal, who: InventedDelegate, listener: DelegateListener): Promise<Delegate> {
  const { name, country, institution } = who
  const body: JoinWall = { key, name, country, institution }
  const { token, participant } = await askServer<Joined>(origin, `/api/walls/${wallId}/join`, body)
  if (participant === undefined) throw new Error('This is the viewer link: who holds it only watches. Take the participant link.')

  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const tracker = createSaveTracker(() => performance.now())
  // The browser's WebSocket as far as the provider uses it.
  const WebSocketPolyfill = WebSocket as unknown as typeof globalThis.WebSocket
  const provider = createRelay({ origin, WebSocketPolyfill }, wallId, doc, awareness, {
    serverHas: (stateVector) => tracker.serverHas(stateVector),
    serverSent: (update) => tracker.serverSent(update),
    heard: () => tracker.heard(),
    refused: (why) => listener.onEnded(`a change was refused: ${why}`),
  })
  setToken(provider, token)

  const self = {}
  const sentAt: number[] = []
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from !== self) return
    tracker.sent(update)
    sentAt.push(performance.now())
  })
  // Runs after the tracker has heard the message, also when there is nothing new in it.
  doc.on('afterAllTransactions', () => {
    while (sentAt.length > tracker.waiting) listener.onSaved(performance.now() - (sentAt.shift() ?? NaN))
  })
  const following = watchWall(doc, (change) => {
    wall = change.wall
    if (change.notes.size > 0) listener.onNotes(change.notes)
  })
  let { wall } = following

  const commit = (edit: Edit): void => applyEdits(doc, [edit], { participant, now: Date.now(), origin: self })
  const present = (cursor: WallPoint | null): void => awareness.setLocalState({ participant, cursor, editing: null } satisfies Presence)

  provider.on('closed', ({ code, reason }) => listener.onEnded(closeNameOf(code, reason) ?? `close code ${code}`))
  await new Promise<void>((resolve, reject) => {
    provider.on('sync', (synced) => {
      if (synced) resolve()
    })
    provider.on('closed', ({ code, reason }) => reject(new Error(`The server closed the line: ${closeNameOf(code, reason) ?? code}.`)))
    provider.connect()
  })
  commit({ type: 'greet', name, country, institution })
  present(null)

  return {
    wall: () => wall,
    waiting: () => tracker.waiting,
    write({ kind, text, lang }, near) {
      const id = newId<NoteId>(randomBytes)
      const taken = Array.from(wall.notes.values(), ({ at }) => boxAt(at, SIZE))
      commit({ type: 'placeNote', id, kind, text, lang, name, country, at: findFreePlace(SIZE, near, taken) })
      return id
    },
    moveCursor: present,
    close() {
      following.stop()
      provider.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}
