import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { messageAwareness, messageSync, WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import type { WallId } from '#shared/wall/ids.ts'
import type { SaveTracker } from './saveTracker.ts'

export interface Line {
  /** `http://host:port` of the server. */
  readonly origin: string
  /** Outside of a browser there may be none. */
  readonly WebSocketPolyfill?: typeof WebSocket
}

/**
 * The stock provider, with two things of ours: it tells the save tracker what the server says, and it sends only one's
 * own presence (the stock handler sends everybody's on, which at 200 people is most of the traffic).
 */
export function createRelay(
  { origin, WebSocketPolyfill }: Line,
  wall: WallId,
  doc: Y.Doc,
  awareness: Awareness,
  tracker: SaveTracker,
): WebsocketProvider {
  // Tabs of one browser may have different roles on the wall: each speaks to the server for itself.
  const options = { connect: false, awareness, disableBc: true, ...(WebSocketPolyfill && { WebSocketPolyfill }) }
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/relay`, wall, doc, options)

  const [stockSync] = provider.messageHandlers
  provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
    const peek = decoding.clone(decoder)
    const step = decoding.readVarUint(peek)
    const content = decoding.readVarUint8Array(peek)
    // The tracker hears it first: what is applied is told as a transaction, and by then the count must be right.
    if (step === messageYjsSyncStep1) tracker.serverHas(content)
    else tracker.serverSent(content)
    stockSync?.(encoder, decoder, ...rest)
  }

  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    const { ws } = provider
    if (![...added, ...updated, ...removed].includes(doc.clientID) || !ws || ws.readyState !== ws.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageAwareness)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]))
    ws.send(encoding.toUint8Array(encoder))
  })
  return provider
}

export function setToken(provider: WebsocketProvider, token: string): void {
  provider.protocols = [SUBPROTOCOL, token]
}
