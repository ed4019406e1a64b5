import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import type { WallId } from '#shared/wall/ids.ts'

/** What a provider of this server connects to. */
export const relayOf = (url: string): string => `${url.replace('http', 'ws')}/relay`

/** y-websocket as it comes from the registry, connected to a wall. */
export function stockProvider(url: string, wall: WallId, token: string, doc = new Y.Doc()): WebsocketProvider {
  return new WebsocketProvider(relayOf(url), wall, doc, {
    protocols: [SUBPROTOCOL, token],
    // The browser's WebSocket as far as the provider uses it.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
}

export function whenSynced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve()
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) resolve()
    })
  })
}

/** Resolves as soon as the document is so, now or after one of its next updates. */
export function whenDoc(doc: Y.Doc, isSo: (doc: Y.Doc) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isSo(doc)) return
      doc.off('update', check)
      resolve()
    }
    doc.on('update', check)
    check()
  })
}
