import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { createUndo } from '../../client/session/createUndo.ts'

export interface Peer {
  readonly participant: ParticipantId
  readonly doc: Y.Doc
  /** As a session makes it: one's own edits of notes. */
  readonly undo: Y.UndoManager
  /** What others have sent and this peer has not received. */
  readonly inbox: Uint8Array[]
}

export type NetworkStep =
  | { do: 'edit'; peer: number; edits: readonly Edit[]; now: number }
  | { do: 'undo' | 'redo'; peer: number }
  /** The message at `index` (of those waiting) arrives; it may arrive again when `keep` is set. */
  | { do: 'deliver'; peer: number; index: number; keep: boolean }
  /** The message is lost; only the exchange at the next meeting brings what it said. */
  | { do: 'lose'; peer: number; index: number }

/** Peers whose messages wait until a step delivers them: in any order, twice, or never. */
export class Network {
  readonly peers: readonly Peer[]

  constructor(count: number) {
    this.peers = Array.from({ length: count }, (_, index) => this.#join(index))
  }

  run(step: NetworkStep): void {
    const peer = this.peer(step.peer)
    switch (step.do) {
      case 'edit':
        applyEdits(peer.doc, step.edits, { participant: peer.participant, now: step.now, origin: peer.participant })
        peer.undo.stopCapturing()
        return
      case 'undo':
        peer.undo.undo()
        return
      case 'redo':
        peer.undo.redo()
        return
      case 'deliver':
      case 'lose': {
        const message = peer.inbox[step.index % peer.inbox.length]
        if (!message) return
        if (step.do === 'lose' || !step.keep) peer.inbox.splice(step.index % peer.inbox.length, 1)
        if (step.do === 'deliver') Y.applyUpdate(peer.doc, message, 'network')
      }
    }
  }

  /** Everybody meets and tells what the others lack, as after a reconnection, until there is nothing left to tell. */
  settle(): void {
    const [hub, ...others] = this.peers
    if (!hub) return
    for (const { doc } of others) Y.applyUpdate(hub.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(hub.doc)), 'network')
    for (const { doc } of others) Y.applyUpdate(doc, Y.encodeStateAsUpdate(hub.doc, Y.encodeStateVector(doc)), 'network')
  }

  peer(index: number): Peer {
    const peer = this.peers[index % this.peers.length]
    if (!peer) throw new RangeError(`No peer ${index}; there are ${this.peers.length}`)
    return peer
  }

  #join(index: number): Peer {
    const participant = `p${index}` as ParticipantId
    const doc = new Y.Doc()
    doc.clientID = index + 1 // so that a failure found once is found again
    const undo = createUndo(doc, participant, 0)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return
      for (const other of this.peers) if (other.doc !== doc) other.inbox.push(update)
    })
    return { participant, doc, undo, inbox: [] }
  }
}
