import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createRelay, setToken } from '../../client/session/relay.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { join, makeWall } from '../support/wallApi.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

test('N8 whoever comes back after a broken line is seen again, without having moved', async () => {
  const server = await startTestServer()
  cleanups.push(() => server.close())
  const wall = await makeWall(server.url)
  const enter = async (name: string) => {
    const { token } = await join(server.url, wall.id, { key: wall.keys.participant, name })
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    // It would show itself anew every 15 s: here it must not be that which brings somebody back.
    clearInterval(awareness._checkInterval as number)
    const line = { origin: server.url, WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket }
    const nobody = { serverHas: () => {}, serverSent: () => {}, heard: () => {}, refused: () => {} }
    const provider = createRelay(line, wall.id, doc, awareness, nobody)
    cleanups.push(() => provider.destroy())
    setToken(provider, token)
    provider.connect()
    return { provider, awareness }
  }
  const [amina, luis] = [await enter('Amina'), await enter('Luis')]
  amina.awareness.setLocalState({ cursor: [7, 7] })
  const shown = async (isShown: boolean): Promise<void> => {
    while (luis.awareness.getStates().has(amina.awareness.clientID) !== isShown) await new Promise(setImmediate)
  }
  await shown(true)
  for (let round = 0; round < 3; round++) {
    amina.provider.disconnect()
    await shown(false)
    amina.provider.connect()
    await shown(true)
  }
  expect(luis.awareness.getStates().get(amina.awareness.clientID)).toEqual({ cursor: [7, 7] })
})
