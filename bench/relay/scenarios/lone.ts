import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { table } from '../report.ts'
import { startRelay } from '../servers/startRelay.ts'
import type { Scenario } from './scenario.ts'

const MINUTES = 10

/**
 * Somebody looks at a wall on which nothing happens, with y-websocket as it comes: it hangs up after 30 s without a
 * message, and every time that it does it asks for the whole wall again.
 */
export const lone: Scenario = async () => {
  const server = await startRelay('pollinate')
  try {
    const [invitation] = await (await server.makeWall()).invite('viewer', 1)
    if (!invitation) throw new Error('Nobody was invited.')
    const { host, port, path, protocols } = invitation
    const [, folder = '', wall = ''] = /^\/(.+)\/(.+)$/.exec(path) ?? []
    // The browser's WebSocket as far as the provider uses it.
    const WebSocketPolyfill = WebSocket as unknown as typeof globalThis.WebSocket
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`ws://${host}:${port}/${folder}`, wall, doc, { protocols: [...protocols], WebSocketPolyfill, disableBc: true })
    let connections = 0
    let longestMs = 0
    provider.on('status', ({ status }) => {
      if (status === 'connected') connections++
    })
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    const until = Date.now() + MINUTES * 60_000
    while (Date.now() < until) {
      await sleep(100)
      longestMs = Math.max(longestMs, Date.now() - provider.wsLastMessageReceived)
    }
    const isConnected = provider.wsconnected
    provider.destroy()
    doc.destroy() // the provider's awareness has a clock of its own until then, and the program would not end
    return `A viewer alone on a wall on which nothing happens, at a stock WebsocketProvider, for ${MINUTES} minutes. It hangs up after 30 s without a message.\n
${table(['connections made', 'still connected', 'longest silence s'], [[String(connections), isConnected ? 'yes' : 'no', (longestMs / 1000).toFixed(1)]])}`
  } finally {
    await server.close()
  }
}
