import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createRelay, setToken } from '../../client/session/relay.ts'
import { createSaveTracker } from '../../client/session/saveTracker.ts'
import { rawClient } from '../support/rawClient.ts'
import { shows } from '../support/heard.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { join, makeWall } from '../support/wallApi.ts'

const PRESENCE = 1

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** What was sent through it, and by whom it was to be shown. */
const sent: Uint8Array[] = []
class RecordedSocket extends WebSocket {
  override send(data: Uint8Array): void {
    sent.push(data)
    super.send(data)
  }
}

test('D33 the client tells its own presence, and sends nobody else’s back', async () => {
  const server = await startTestServer()
  cleanups.push(() => server.close())
  const wall = await makeWall(server.url)
  const amina = await join(server.url, wall.id, { key: wall.keys.participant })
  const luis = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', country: 'pe' })

  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const WebSocketPolyfill = RecordedSocket as unknown as typeof globalThis.WebSocket // as far as the provider uses it
  const ours = createRelay({ origin: server.url, WebSocketPolyfill }, wall.id, doc, awareness, { ...createSaveTracker(() => 0), refused: () => {} })
  cleanups.push(() => awareness.destroy(), () => ours.destroy())
  setToken(ours, amina.token)
  const other = await rawClient(server.url, wall.id, luis.token)
  cleanups.push(() => other.terminate())
  awareness.setLocalState({ here: 'Amina' })
  ours.connect()
  await other.next(shows('Amina'))

  const tellsOfLuis = new Promise<void>((resolve) => {
    awareness.on('change', () => {
      if (awareness.getStates().has(7)) resolve()
    })
  })
  other.presence(7, 1, '{"here":"Luis"}')
  await tellsOfLuis
  // What it says now comes after whatever it would have sent back.
  awareness.setLocalState({ here: 'Amina still' })
  await other.next(shows('Amina still'))
  const told = sent.filter(([type]) => type === PRESENCE).map((bytes) => Buffer.from(bytes).toString())
  expect(told.some((message) => message.includes('Amina'))).toBe(true)
  expect(told.filter((message) => message.includes('Luis'))).toEqual([])
})
