import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WallId } from '#shared/wall/ids.ts'
import { MOST_BYTES_ON_BUS, type Bus, type BusListener, type BusSeat } from '../../server/bus/bus.ts'
import { createMemoryHub } from '../../server/bus/createMemoryHub.ts'
import { openRedisBus } from '../../server/bus/openRedisBus.ts'
import { startRedis, type RedisServer } from '../support/startRedis.ts'

const WALL = 'wall-1' as WallId
const OTHER = 'wall-2' as WallId
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.close())

const PATIENT_MS = 60_000
const onRedis = (silenceMs = PATIENT_MS): Bus => openRedisBus({ url: redis.url, log: pino({ level: 'silent' }), silenceMs })
/** How each kind of bus is opened for two servers that share it. */
const BUSES = [
  { name: 'in memory', openTwo: (): [Bus, Bus] => {
    const { openBus } = createMemoryHub()
    return [openBus(), openBus()]
  } },
  { name: 'on Redis', openTwo: (): [Bus, Bus] => [onRedis(), onRedis()] },
]

/** A listener that keeps what it hears, and lets a test wait for it. */
function ear() {
  const heard: string[] = []
  const waiting = new Set<() => void>()
  const hear = (what: string): void => {
    heard.push(what)
    for (const look of waiting) look()
  }
  const nodes = new Set<string>()
  const listener: BusListener = {
    onUpdate: (seq, update) => hear(`update ${seq}: ${update.join()}`),
    onPresence: (from, presence) => {
      nodes.add(from)
      hear(`presence: ${presence.join()}`)
    },
    onDoors: () => hear('doors'),
    onGap: () => hear('gap'),
  }
  /** Once it has heard this for the given time, or more often. */
  const hears = (what: string, times = 1): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (heard.filter((one) => one === what).length < times) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return { heard, nodes, listener, hears }
}
type Ear = ReturnType<typeof ear>

/** Takes a seat, and waits until everything is heard there. */
async function sit(bus: Bus, wall = WALL): Promise<Ear & { seat: BusSeat }> {
  const listening = ear()
  const seat = bus.join(wall, listening.listener)
  await listening.hears('gap')
  return { ...listening, seat }
}

describe.each(BUSES)('a bus $name', ({ openTwo }) => {
  let here: Bus
  let there: Bus
  beforeEach(() => {
    ;[here, there] = openTwo()
  })
  afterEach(() => Promise.all([here.close(), there.close()]))

  test('M46 one of two servers is chosen for a wall, and stays it while it is there; then the other is', async () => {
    await Promise.all([sit(here), sit(there)])
    expect(await here.choose(WALL)).toBe(true)
    expect(await there.choose(WALL)).toBe(false)
    expect(await here.choose(WALL)).toBe(true)
    expect(await there.choose(OTHER)).toBe(true)
    expect(await here.choose(OTHER)).toBe(false)
    await here.close()
    expect(await there.choose(WALL)).toBe(true)
  })

  test('N1 updates arrive in their order, byte for byte, at the others and not at the sender', async () => {
    const sender = await sit(here)
    const receiver = await sit(there)
    for (let seq = 1; seq <= 20; seq++) sender.seat.publishUpdate(seq, bytes(0, 255, seq))
    receiver.seat.publishUpdate(21, bytes(1))
    await Promise.all([receiver.hears('update 20: 0,255,20'), sender.hears('update 21: 1')])
    expect(receiver.heard).toEqual(['gap', ...Array.from({ length: 20 }, (_, index) => `update ${index + 1}: 0,255,${index + 1}`)])
    expect(sender.heard).toEqual(['gap', 'update 21: 1'])
  })

  test('N1 each wall hears of itself alone, also one that is opened while others are listened to', async () => {
    const sender = await sit(here)
    const receiver = await sit(there)
    const late = { from: await sit(here, OTHER), to: await sit(there, OTHER) }
    late.from.seat.publishUpdate(1, bytes(9))
    await late.to.hears('update 1: 9')
    sender.seat.publishUpdate(7, bytes(1))
    sender.seat.publishPresence(bytes(2))
    await Promise.all([receiver.hears('update 7: 1'), receiver.hears('presence: 2')])
    expect(late.to.heard).toEqual(['gap', 'update 1: 9'])
  })

  test('N2 presence says from which server it is', async () => {
    const first = await sit(here)
    const second = await sit(there)
    first.seat.publishPresence(bytes(1, 2))
    first.seat.publishPresence(bytes())
    second.seat.publishPresence(bytes(3))
    await Promise.all([second.hears('presence: '), first.hears('presence: 3')])
    expect(second.heard).toEqual(['gap', 'presence: 1,2', 'presence: '])
    expect([first.nodes.size, second.nodes.size]).toEqual([1, 1])
    expect(first.nodes).not.toEqual(second.nodes)
  })

  test('N5 news of doors need no seat', async () => {
    const inside = await sit(there)
    await sit(here, OTHER)
    here.publishDoors(WALL)
    await inside.hears('doors')
  })

  test('N1 an update too large for the bus is told as a gap', async () => {
    const sender = await sit(here)
    const receiver = await sit(there)
    sender.seat.publishUpdate(1, new Uint8Array(MOST_BYTES_ON_BUS + 1))
    await receiver.hears('gap', 2)
    sender.seat.publishUpdate(2, bytes(2))
    await receiver.hears('update 2: 2')
    expect(receiver.heard).toEqual(['gap', 'gap', 'update 2: 2'])
  })

  test('N1 whoever has left hears nothing more, and may come back at once', async () => {
    const sender = await sit(here)
    const left = await sit(there)
    left.seat.leave()
    const again = await sit(there)
    left.seat.leave()
    sender.seat.publishUpdate(1, bytes(1))
    sender.seat.publishPresence(bytes(2))
    await Promise.all([again.hears('update 1: 1'), again.hears('presence: 2')])
    expect(left.heard).toEqual(['gap'])
  })
})

describe('a bus on Redis', () => {
  const open: Bus[] = []
  /** Silent for longer than a busy machine keeps this process waiting. */
  const opened = (silenceMs = 1500): Bus => {
    const bus = onRedis(silenceMs)
    open.push(bus)
    return bus
  }
  afterEach(async () => {
    await Promise.all(open.splice(0).map((bus) => bus.close()))
  })

  test.each([
    ['is paused', () => Promise.resolve(redis.pause()), () => Promise.resolve(redis.resume())],
    ['is killed', () => redis.kill(), () => redis.start()],
  ])('N3 when Redis %s nothing waits for it; once it is back, a gap is told and all is heard again', async (_what, stop, goOn) => {
    const senderBus = opened()
    const sender = await sit(senderBus)
    const receiverBus = opened()
    const receiver = await sit(receiverBus)
    sender.seat.publishUpdate(1, bytes(1))
    await receiver.hears('update 1: 1')
    await stop()
    for (let seq = 2; seq < 1000; seq++) sender.seat.publishUpdate(seq, new Uint8Array(10_000))
    sender.seat.publishPresence(bytes(1))
    const late = ear()
    receiverBus.join(OTHER, late.listener)
    // Each notices by itself, and one that has not when Redis goes on has lost nothing to be told of.
    await Promise.all([whenHealth(receiverBus, 'away'), whenHealth(senderBus, 'away')])
    await goOn()
    await Promise.all([receiver.hears('gap', 2), sender.hears('gap', 2), late.hears('gap')])
    expect(receiverBus.health).toBe('connected')
    sender.seat.publishUpdate(4000, bytes(4))
    sender.seat.publishPresence(bytes(5))
    await Promise.all([receiver.hears('update 4000: 4'), receiver.hears('presence: 5')])
  })

  test('N3 what waits for a Redis that does not keep up is bounded; the rest is left to the store', async () => {
    const sender = await sit(opened(PATIENT_MS))
    const receiver = await sit(opened(PATIENT_MS))
    redis.pause()
    for (let seq = 1; seq <= 3000; seq++) sender.seat.publishUpdate(seq, new Uint8Array(10_000))
    sender.seat.publishUpdate(3001, bytes(1))
    redis.resume()
    await receiver.hears('update 3001: 1')
    expect(receiver.heard.length).toBeLessThan(500)
  })

  test('N3 a bus opened while Redis is away connects by itself', async () => {
    await redis.kill()
    const bus = opened()
    const waiting = ear()
    bus.join(WALL, waiting.listener)
    expect(bus.health).toBe('away')
    await redis.start()
    await waiting.hears('gap')
    expect(bus.health).toBe('connected')
  })

  test('N3 a password is never logged, be it right or wrong', async () => {
    const guarded = await startRedis(['--requirepass', 'quiet-right'])
    const lines: string[] = []
    const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
    const withPassword = (password: string): string => guarded.url.replace('redis://', `redis://default:${password}@`)
    const right = openRedisBus({ url: withPassword('quiet-right'), log, silenceMs: 300 })
    const wrong = openRedisBus({ url: withPassword('quiet-wrong'), log, silenceMs: 300 })
    open.push(right, wrong)
    await sit(right)
    while (!lines.some((line) => line.includes('WRONGPASS'))) await new Promise(setImmediate)
    await guarded.close()
    await whenHealth(right, 'away')
    expect(lines.join('')).not.toContain('quiet')
  })
})

async function whenHealth(bus: Bus, health: Bus['health']): Promise<void> {
  while (bus.health !== health) await new Promise(setImmediate)
}
