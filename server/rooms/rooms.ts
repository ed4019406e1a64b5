import type { CloseName } from '#shared/protocol/closeCodes.ts'
import type { WallId } from '#shared/wall/ids.ts'
import type { Census } from '../observe/meters.ts'
import type { Member } from './member.ts'
import { WallGone } from '../storage/wallGone.ts'
import { Room, type RoomOptions } from './room.ts'

interface Entry {
  state: 'loading' | 'live' | 'idle' | 'unloading'
  readonly opened: Promise<Room>
  /** What `opened` gave. */
  room?: Room
  holders: number
  idleTimer?: NodeJS.Timeout
  /** While unloading: resolves when it is over, whether it succeeded or not. */
  unloaded?: Promise<void>
}

/** Keeps a room in memory until it is released. */
export interface Hold {
  readonly room: Room
  release(): void
}

/** How many are sent away at once when the server ends; their reconnecting is what the next one has to bear. */
const GOODBYES_AT_ONCE = 20

/**
 * The rooms in memory: `loading -> live -> idle -> unloaded`, each step once for all who wait for it. A room is dropped
 * only after its save; whoever comes while it is being dropped waits and loads it again.
 */
export class Rooms {
  readonly #options: Omit<RoomOptions, 'wall'>
  readonly #entries = new Map<WallId, Entry>()
  /** Walls that are being taken out of storage. */
  readonly #evicted = new Set<WallId>()
  readonly #heart: NodeJS.Timeout

  constructor(options: Omit<RoomOptions, 'wall'>) {
    this.#options = options
    this.#heart = setInterval(() => this.#beat(), options.timing.quietMs / 3).unref()
  }

  /** @throws when the wall cannot be read from storage; WallGone while it is being erased */
  async hold(wall: WallId): Promise<Hold> {
    let entry = this.#entries.get(wall)
    while (entry?.state === 'unloading') {
      await entry.unloaded
      entry = this.#entries.get(wall)
    }
    if (this.#evicted.has(wall)) throw new WallGone(wall)
    entry ??= this.#load(wall)
    const held = entry
    held.holders++
    clearTimeout(held.idleTimer)
    const room = await held.opened
    held.room = room
    held.state = 'live'
    let isHeld = true
    return {
      room,
      release: () => {
        if (isHeld && --held.holders === 0) this.#idle(wall, held)
        isHeld = false
      },
    }
  }

  /** Ends these connections of a wall; other servers are told to look at theirs. */
  async dismiss(wall: WallId, whom: (member: Member) => boolean, why: CloseName = 'linkInvalid'): Promise<void> {
    const room = await this.#entries.get(wall)?.opened
    room?.dismiss(why, whom)
    this.#options.bus?.publishDoors(wall)
  }

  /**
   * Drops the room of a wall, so that it can be taken out of storage, and sends everybody away for good, at the other servers too.
   * @param erase nobody opens the wall here meanwhile
   * @throws when storage refuses what waits, and what `erase` throws; then everything is as before
   */
  async evict<T>(wall: WallId, erase: () => Promise<T>): Promise<T> {
    this.#evicted.add(wall)
    let room: Room | undefined
    let why: CloseName = 'restart'
    try {
      room = await this.#drop(wall)
      const erased = await erase()
      why = 'erased'
      return erased
    } finally {
      this.#evicted.delete(wall)
      room?.end(why)
      if (why === 'erased') this.#options.bus?.publishDoors(wall)
    }
  }

  /** @returns the closed room, in which people may still be */
  async #drop(wall: WallId): Promise<Room | undefined> {
    const entry = this.#entries.get(wall)
    const room = await entry?.opened.catch(() => undefined) // it never opened, and whoever wanted it was told
    await entry?.unloaded
    if (!entry || !room || this.#entries.get(wall) !== entry) return undefined
    clearTimeout(entry.idleTimer)
    await room.close()
    clearTimeout(entry.idleTimer)
    this.#entries.delete(wall)
    return room
  }

  /** Sends everybody away to come back later, some after the others. Until then they write and are saved as ever. */
  async sendAway(): Promise<void> {
    const members = [...this.#entries.values()].flatMap(({ room }) => [...(room?.members ?? [])])
    const rounds = Math.ceil(members.length / GOODBYES_AT_ONCE)
    for (let round = 0; round < rounds; round++) {
      if (round > 0) await new Promise((resolve) => setTimeout(resolve, this.#options.timing.goodbyeMs / rounds))
      const some = members.slice(round * GOODBYES_AT_ONCE, (round + 1) * GOODBYES_AT_ONCE)
      for (const member of some) member.close('restart')
    }
  }

  /** Saves every room. From then on the rooms do nothing by themselves. */
  async close(): Promise<void> {
    clearInterval(this.#heart)
    await Promise.all([...this.#entries.values()].map((entry) => this.#saveAtTheEnd(entry)))
  }

  census(): Census {
    const connections = { facilitator: 0, participant: 0, viewer: 0 }
    const rooms = { loading: 0, live: 0, idle: 0, unloading: 0 }
    let [behind, unsaved] = [0, 0]
    for (const { state, room } of this.#entries.values()) {
      rooms[state]++
      if (room?.isUnsaved) unsaved++
      for (const { pass, behindSince } of room?.members ?? []) {
        connections[pass.role]++
        if (behindSince) behind++
      }
    }
    return { connections, rooms, behind, unsaved, isBusAway: this.#options.bus?.health === 'away' }
  }

  #load(wall: WallId): Entry {
    const opened = Room.load({ ...this.#options, wall })
    const entry: Entry = { state: 'loading', opened, holders: 0 }
    this.#entries.set(wall, entry)
    opened.catch(() => this.#entries.delete(wall)) // those who wait are told; the next one tries again
    return entry
  }

  #idle(wall: WallId, entry: Entry): void {
    if (this.#entries.get(wall) !== entry) return // dropped already
    entry.state = 'idle'
    entry.idleTimer = setTimeout(() => {
      entry.state = 'unloading'
      entry.unloaded = this.#unload(wall, entry)
    }, this.#options.timing.idleMs)
    entry.idleTimer.unref()
  }

  async #unload(wall: WallId, entry: Entry): Promise<void> {
    try {
      await (await entry.opened).close()
      this.#entries.delete(wall)
    } catch {
      this.#idle(wall, entry) // the room has told why; it stays in memory and is tried again
    }
  }

  async #saveAtTheEnd(entry: Entry): Promise<void> {
    clearTimeout(entry.idleTimer)
    await entry.unloaded
    clearTimeout(entry.idleTimer)
    const room = await entry.opened.catch(() => undefined) // it never opened, and whoever wanted it was told
    await room?.close().catch((err: unknown) => this.#options.log.error({ err }, 'a room could not be saved at the end'))
  }

  #beat(): void {
    const now = Date.now()
    for (const { opened } of this.#entries.values()) {
      opened.then(
        ({ members }) => members.forEach((member) => member.beat(now)),
        () => undefined, // whoever opened it was told
      )
    }
  }
}
