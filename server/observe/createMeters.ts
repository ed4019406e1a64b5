import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { CLOSE } from '#shared/protocol/closeCodes.ts'
import type { Census, Meters, Traffic } from './meters.ts'

/** Codes that we send, and those that a browser or a broken line gives; all others are one, or a stranger could name thousands. */
const KNOWN_CODES: ReadonlySet<number> = new Set([...Object.values(CLOSE).map(({ code }) => code), 1000, 1001, 1005, 1006, 1009])

const TICK_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1]
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** The meters that a Prometheus server reads; docs/operations.md lists them. */
export function createMeters(registry: Registry): Meters {
  const registers = [registry]
  const traffic: Traffic = { messagesIn: 0, bytesIn: 0, messagesOut: 0, bytesOut: 0 }
  countTraffic(registry, 'pollinate_messages_total', 'Messages of the relay.', () => [traffic.messagesIn, traffic.messagesOut])
  countTraffic(registry, 'pollinate_message_bytes_total', 'Bytes of the messages of the relay.', () => [traffic.bytesIn, traffic.bytesOut])
  const ticks = new Histogram({ name: 'pollinate_tick_seconds', help: 'One tick of a room: judge, commit, send.', buckets: TICK_SECONDS, registers })
  const commits = new Histogram({ name: 'pollinate_commit_seconds', help: 'One write to storage.', buckets: COMMIT_SECONDS, registers })
  const refusals = new Counter({ name: 'pollinate_refusals_total', help: 'Who was not served, by reason.', labelNames: ['reason'], registers })
  const closes = new Counter({ name: 'pollinate_closes_total', help: 'Connections that ended, by WebSocket code.', labelNames: ['code'], registers })
  return {
    traffic,
    tickTook: (ms) => ticks.observe(ms / 1000),
    commitTook: (ms) => commits.observe(ms / 1000),
    refused: (reason) => refusals.inc({ reason }),
    closed: (code) => closes.inc({ code: KNOWN_CODES.has(code) ? String(code) : 'other' }),
  }
}

/** What there is at this moment is counted when it is asked for. */
export function gaugeRooms(registry: Registry, census: () => Census): void {
  const gauge = (name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void => {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        for (const [value, count] of Object.entries(read())) this.set({ [label]: value }, count)
      },
    })
  }
  gauge('pollinate_connections', 'Open connections.', 'role', () => ({ ...census().connections }))
  gauge('pollinate_rooms', 'Walls in memory.', 'state', () => ({ ...census().rooms }))
  gauge('pollinate_trouble', 'Connections that are behind, walls whose edits storage refuses, and whether the bus is away.', 'kind', () => {
    const { behind, unsaved, isBusAway } = census()
    return { behind, unsaved, busAway: isBusAway ? 1 : 0 }
  })
}

function countTraffic(registry: Registry, name: string, help: string, read: () => readonly [received: number, sent: number]): void {
  new Counter({
    name,
    help,
    labelNames: ['direction'],
    registers: [registry],
    collect() {
      const [received, sent] = read()
      this.reset()
      this.inc({ direction: 'in' }, received)
      this.inc({ direction: 'out' }, sent)
    },
  })
}
