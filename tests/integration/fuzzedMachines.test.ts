import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { pino } from 'pino'
import type { WallId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { seededRandom } from '../../scripts/rehearsal/seededRandom.ts'
import { loadDoc } from '../../server/rooms/loadDoc.ts'
import { openPostgresStore } from '../../server/storage/openPostgresStore.ts'
import type { Store } from '../../server/storage/store.ts'
import { startFuzzedNode, type FuzzedNode } from '../support/fuzz/fuzzedNode.ts'
import { Wanderer } from '../support/fuzz/wanderer.ts'
import { startCluster, type Cluster } from '../support/startCluster.ts'
import { stockProvider, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall } from '../support/wallApi.ts'

/** One wall by default; `FUZZ_SEED=… FUZZ_RUNS=… FUZZ_STEPS=…` looks for longer. */
const { FUZZ_SEED = '1', FUZZ_RUNS = '1', FUZZ_STEPS = '250' } = process.env
const SETTLING_MS = 40_000

let cluster: Cluster
let storage: Store
beforeAll(async () => {
  cluster = await startCluster()
  storage = await openPostgresStore(cluster.databaseUrl)
})
afterAll(async () => {
  await storage.close()
  await cluster.close()
})

const seeds = Array.from({ length: Number(FUZZ_RUNS) }, (_, run) => Number(FUZZ_SEED) + run)
test.each(seeds)(
  'N7 two servers, four people, lines that break, servers that die, a Redis that comes and goes: all end with the same wall (seed %i)',
  async (seed) => {
    const random = seededRandom(seed)
    const env = { DATABASE_URL: cluster.databaseUrl, REDIS_URL: cluster.redis.url }
    const nodes = await Promise.all([startFuzzedNode(env), startFuzzedNode(env)])
    onTestFinished(() => nodes.forEach((node) => node.abandon()))
    const { wall, wanderers } = await fourOn(nodes)
    onTestFinished(() => wanderers.forEach((wanderer) => wanderer.close()))
    const step = createStep(random, nodes, wanderers, () => mustHoldWhatWasSeen(wall, wanderers))
    for (let count = 0; count < Number(FUZZ_STEPS); count++) await step()

    // Everything works again: now everybody must come to have everything.
    cluster.redis.resume()
    await cluster.redis.kill()
    await cluster.redis.start()
    await Promise.all(nodes.map((node) => node.whenUp()))
    wanderers.forEach((wanderer, index) => {
      wanderer.comeBack()
      wanderer.showMark(1000 + index)
    })
    const [facilitator] = wanderers
    await facilitator.whenSynced()
    facilitator.edit({ type: 'unlockWall' })
    await settled(wanderers)
    await mustHoldWhatWasSeen(wall, wanderers)

    const { doc } = facilitator
    for (const { url } of nodes) {
      const fresh = stockProvider(url, wall.id, (await join(url, wall.id, { key: wall.key })).token)
      await whenSynced(fresh)
      expect(Y.equalSnapshots(Y.snapshot(fresh.doc), Y.snapshot(doc))).toBe(true)
      fresh.destroy()
    }
    expect(doubledWords(doc)).toEqual([])
    expect(wanderers.flatMap(({ refusals }) => refusals)).toEqual([])
    for (const node of nodes) await node.close()
    const stored = await storedDoc(wall.id)
    expect(Y.equalSnapshots(Y.snapshot(stored), Y.snapshot(doc))).toBe(true)
    expect(readWall(stored)).toEqual(readWall(doc))
  },
  120_000 + Number(FUZZ_STEPS) * 200,
)

type Nodes = readonly [FuzzedNode, FuzzedNode]
type Wanderers = readonly [facilitator: Wanderer, ...Wanderer[]]

async function fourOn([here, there]: Nodes) {
  const { id, keys } = await makeWall(here.url)
  let words = 0
  const enter = async ({ url }: FuzzedNode, role: 'facilitator' | 'participant', name: string, country: string) => {
    const { token, participant } = await join(url, id, { key: keys[role], name, country })
    if (participant === undefined) throw new Error('Who writes is somebody.')
    return new Wanderer(url, id, token, { role, participant, name, country, newWord: () => `w${++words}-` })
  }
  const wanderers: Wanderers = [
    await enter(here, 'facilitator', 'Fatou', 'sn'),
    await enter(here, 'participant', 'Amina', 'ke'),
    await enter(there, 'participant', 'Luis', 'pe'),
    await enter(there, 'participant', 'Mei', 'cn'),
  ]
  return { wall: { id, key: keys.viewer }, wanderers }
}

/** Something happens: mostly somebody writes, sometimes something breaks or is mended. */
function createStep(random: () => number, nodes: Nodes, wanderers: Wanderers, audit: () => Promise<void>): () => Promise<void> {
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T // of what is never empty
  const [facilitator] = wanderers
  const { redis } = cluster
  let redisIs: 'there' | 'paused' | 'gone' = 'there'
  const steps: readonly (readonly [weight: number, run: () => unknown])[] = [
    [100, () => oneOf(wanderers).write(random)],
    [5, () => oneOf(wanderers).leave()],
    [8, () => oneOf(wanderers).comeBack()],
    [3, () => oneOf(wanderers).goTo(oneOf(nodes).url)],
    [2, () => oneOf(wanderers).loadAnew()],
    [4, () => oneOf(wanderers).showMark(Math.floor(random() * 1000))],
    [2, () => facilitator.edit({ type: 'lockWall' })],
    [4, () => facilitator.edit({ type: 'unlockWall' })],
    [1, () => facilitator.keepVersion()],
    [1, () => facilitator.restoreVersion(random)],
    [3, audit],
    [
      2,
      async () => {
        const [node, signal] = [oneOf(nodes), oneOf(['SIGKILL', 'SIGTERM'] as const)]
        if (!node.isUp) return
        await node.restart(signal)
        await audit()
      },
    ],
    [
      3,
      async () => {
        if (redisIs === 'paused') redis.resume()
        if (redisIs === 'gone') await redis.start()
        if (redisIs !== 'there') redisIs = 'there'
        else redisIs = oneOf(['paused', 'gone'] as const)
        if (redisIs === 'paused') redis.pause()
        if (redisIs === 'gone') await redis.kill()
      },
    ],
  ]
  const total = steps.reduce((sum, [weight]) => sum + weight, 0)
  return async () => {
    let at = random() * total
    await steps.find(([weight]) => (at -= weight) < 0)?.[1]()
    await pause(random() * 30)
  }
}

/** What anybody was told by a server is in storage at that moment. */
async function mustHoldWhatWasSeen(wall: { id: WallId }, wanderers: Wanderers): Promise<void> {
  const seen = wanderers.flatMap((wanderer) => [...wanderer.seen])
  const doc = await storedDoc(wall.id)
  expect(doc.store.pendingStructs).toBe(null)
  expect(seen.filter(([client, clock]) => Y.getState(doc.store, client) < clock)).toEqual([])
}

const storedDoc = async (wall: WallId): Promise<Y.Doc> => (await loadDoc(storage, wall, pino({ level: 'silent' }))).doc

/** Waits until everybody has the same wall and sees everybody's newest mark. @throws with what was still different */
async function settled(wanderers: Wanderers): Promise<void> {
  const expectedMarks = new Map(wanderers.map(({ doc }, index) => [doc.clientID, 1000 + index]))
  const differences = (): string[] => {
    const [first] = wanderers
    const target = Y.snapshot(first.doc)
    return wanderers.flatMap((wanderer) => {
      const who = wanderer.hand.name
      const isSame = Y.equalSnapshots(Y.snapshot(wanderer.doc), target)
      const seesAll = [...expectedMarks].every(([client, mark]) => wanderer.marks.get(client) === mark)
      return [
        ...(wanderer.isSynced ? [] : [`${who} is not connected to ${wanderer.url}`]),
        ...(isSame ? [] : [`${who} has ${JSON.stringify([...Y.snapshot(wanderer.doc).sv])}, not ${JSON.stringify([...target.sv])}`]),
        ...(seesAll ? [] : [`${who} sees ${JSON.stringify([...wanderer.marks])}, not ${JSON.stringify([...expectedMarks])}`]),
      ]
    })
  }
  const deadline = Date.now() + SETTLING_MS
  while (differences().length > 0 && Date.now() < deadline) await pause(50)
  expect(differences()).toEqual([])
}

/** Each word was written once; one that stands there twice was applied twice. */
function doubledWords(doc: Y.Doc): string[] {
  const words = [...readWall(doc).notes.values()].flatMap(({ text }) => text.match(/w\d+-/g) ?? [])
  return words.filter((word, index) => words.indexOf(word) !== index)
}
