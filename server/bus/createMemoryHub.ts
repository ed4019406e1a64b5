import { randomUUID } from 'node:crypto'
import type { WallId } from '#shared/wall/ids.ts'
import { CHOSEN_MS, MOST_BYTES_ON_BUS, type Bus, type BusListener, type NodeId } from './bus.ts'

interface Listening {
  readonly wall: WallId
  readonly node: NodeId
  readonly listener: BusListener
}

/** Buses for several servers within one process, in the place of Redis. */
export interface MemoryHub {
  readonly openBus: () => Bus
}

export function createMemoryHub(): MemoryHub {
  const everyone = new Set<Listening>()
  const chosen = new Map<WallId, { node: NodeId; until: number }>()

  function tellOthers(node: NodeId, wall: WallId, tell: (listener: BusListener) => void): void {
    for (const one of everyone) if (one.wall === wall && one.node !== node) tellSoon(one, tell)
  }
  /** Later, as from another process, and only if it still listens. */
  function tellSoon(one: Listening, tell: (listener: BusListener) => void): void {
    setImmediate(() => {
      if (everyone.has(one)) tell(one.listener)
    })
  }

  return {
    openBus() {
      const node = randomUUID() as NodeId
      return {
        health: 'connected',
        join(wall, listener) {
          const seat = { wall, node, listener }
          everyone.add(seat)
          tellSoon(seat, (itself) => itself.onGap())
          return {
            publishUpdate(seq, update) {
              const isTooLarge = update.length > MOST_BYTES_ON_BUS
              tellOthers(node, wall, (other) => (isTooLarge ? other.onGap() : other.onUpdate(seq, update)))
            },
            publishPresence: (presence) => tellOthers(node, wall, (other) => other.onPresence(node, presence)),
            leave: () => void everyone.delete(seat),
          }
        },
        choose(wall) {
          const now = Date.now()
          const one = chosen.get(wall)
          const isFree = one === undefined || one.node === node || one.until <= now
          if (isFree) chosen.set(wall, { node, until: now + CHOSEN_MS })
          return Promise.resolve(isFree)
        },
        publishDoors: (wall) => tellOthers(node, wall, (other) => other.onDoors()),
        close() {
          for (const one of everyone) if (one.node === node) everyone.delete(one)
          for (const [wall, one] of chosen) if (one.node === node) chosen.delete(wall)
          return Promise.resolve()
        },
      }
    },
  }
}
