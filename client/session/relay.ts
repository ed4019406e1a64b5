import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readAuthMessage } from 'y-protocols/auth'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { messageAuth, messageAwareness, messageQueryAwareness, messageSync, WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import { REFUSALS, type Refusal } from '#shared/protocol/refusals.ts'
import type { WallId } from '#shared/wall/ids.ts'

/** Hears what the server says of what is stored. */
export interface RelayListener {
  /** A state vector: all of this is stored. */
  serverHas(stateVector: Uint8Array): void
  /** An update: all of this is stored. */
  serverSent(update: Uint8Array): void
  /** A change was not taken. */
  refused(why: Refusal): void
  /** After any message at all. */
  heard(): void
}

export interface Line {
  /** `http://host:port` of the server. */
  readonly origin: string
  /** Outside of a browser there may be none. */
  readonly WebSocketPolyfill?: typeof WebSocket
}

/**
 * The stock provider, with three things of ours: it tells the listener what the server says; it sends only one's own presence (the
 * stock handler sends everybody's on, which at 200 people is most of the traffic); and who comes back is seen again at once.
 */
export function createRelay(
  { origin, WebSocketPolyfill }: Line,
  wall: WallId,
  doc: Y.Doc,
  awareness: Awareness,
  listener: RelayListener,
): WebsocketProvider {
  // Tabs of one browser may have different roles on the wall: each speaks to the server for itself.
  const options = { connect: false, awareness, disableBc: true, ...(WebSocketPolyfill && { WebSocketPolyfill }) }
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/relay`, wall, doc, options)

  const [stockSync] = provider.messageHandlers
  provider.messageHandlers[messageSync] = (encoder, decoder, ...rest) => {
    const peek = decoding.clone(decoder)
    const step = decoding.readVarUint(peek)
    const content = decoding.readVarUint8Array(peek)
    // The listener hears it first: what is applied is told as a transaction, and by then the count must be right.
    if (step === messageYjsSyncStep1) listener.serverHas(content)
    else listener.serverSent(content)
    stockSync?.(encoder, decoder, ...rest)
  }
  provider.messageHandlers[messageAuth] = (_encoder, decoder) =>
    readAuthMessage(decoder, doc, (_doc, reason) => listener.refused(REFUSALS.find((known) => known === reason) ?? 'badPlace'))
  provider.messageHandlers.forEach((handle, type) => {
    provider.messageHandlers[type] = (...message) => {
      handle(...message)
      listener.heard()
    }
  })

  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    const { ws } = provider
    if (![...added, ...updated, ...removed].includes(doc.clientID) || !ws || ws.readyState !== ws.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageAwareness)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]))
    ws.send(encoding.toUint8Array(encoder))
  })
  // The others were told that we had left: only what is newer shows us to them again, and the next would be in 15 s.
  provider.on('status', ({ status }) => {
    if (status === 'connected' && awareness.getLocalState()) awareness.setLocalState(awareness.getLocalState())
  })
  return provider
}

/** Makes the server say something, if it is there: everybody's presence, which it knows without its storage. */
export function askForSign({ ws }: WebsocketProvider): void {
  if (ws?.readyState !== ws?.OPEN) return
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageQueryAwareness)
  ws?.send(encoding.toUint8Array(encoder))
}

export function setToken(provider: WebsocketProvider, token: string): void {
  provider.protocols = [SUBPROTOCOL, token]
}
