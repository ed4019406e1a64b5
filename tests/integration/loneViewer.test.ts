import { afterAll, expect, test, vi } from 'vitest'
import { startTestServer } from '../support/startTestServer.ts'
import { stockProvider, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall } from '../support/wallApi.ts'

// The clocks of both ends go faster; what travels between them does not. Before all imports: lib0 keeps `Date.now` as it finds it.
vi.hoisted(() => vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterAll(() => void vi.useRealTimers())

test('D30 a stock provider that is alone with a quiet wall stays connected for ten minutes', async () => {
  const server = await startTestServer()
  const wall = await makeWall(server.url)
  const { token } = await join(server.url, wall.id, { key: wall.keys.viewer })
  const lone = stockProvider(server.url, wall.id, token)
  await whenSynced(lone)
  let hangUps = 0
  lone.on('connection-close', () => void hangUps++)
  for (let second = 0; second < 600; second++) {
    vi.advanceTimersByTime(1000)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect([hangUps, lone.wsconnected]).toEqual([0, true])
  lone.destroy()
  await server.close()
})
