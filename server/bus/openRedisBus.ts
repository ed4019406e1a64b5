import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { WallId } from '#shared/wall/ids.ts'
import { CHOSEN_MS, MOST_BYTES_ON_BUS, type Bus, type BusListener, type BusSeat, type NodeId } from './bus.ts'
import { openRedisLine, waitAtMost, type RedisLine } from './openRedisLine.ts'

interface RedisBusOptions {
  /** `redis://` or `rediss://`; its password is never logged. */
  readonly url: string
  readonly log: Logger
  readonly silenceMs?: number
}

interface Seat {
  readonly wall: WallId
  readonly listener: BusListener
  /** Takes what is published. */
  readonly hear: (message: Buffer) => void
  /** Id of the newest entry of the wall's stream that was read; `undefined` until it is known. */
  position: string | undefined
}

/** What an update is in its stream; one without its bytes was too large to travel. */
interface Entry {
  readonly id: Buffer
  readonly message: Readonly<Record<string, Buffer>>
}

/** Entries a stream keeps, more or less: enough for whoever reads on; whoever comes later reads the store. */
const STREAM_LENGTH = 256
/** A wall that nobody writes on leaves nothing behind in Redis. */
const STREAM_SECONDS = 600
/** What waits to be sent beyond this is dropped: Redis is not keeping up, and the store has it. */
const MOST_OUTGOING_BYTES = 4 * 1024 * 1024
const RETRY_MS = 250
const RETRY_MAX_MS = 2000
/** A line that held for so long was a good one: the next try comes soon, and its end is worth a word in the log. */
const STEADY_MS = 10_000

const streamOf = (wall: WallId): string => `pollinate:updates:${wall}`
const chosenKeyOf = (wall: WallId): string => `pollinate:chosen:${wall}`
const channelOf = (wall: WallId): string => `pollinate:news:${wall}`

/** What is published is one byte that says which of these it is, then the node's id, then the presence. */
const PRESENCE = 0
const DOORS = 1
const NODE_ID_BYTES = 36

/** The bus over Redis or Valkey. It is there at once, and connects, reads and reconnects by itself. */
export function openRedisBus(options: RedisBusOptions): Bus {
  return new RedisBus(options)
}

/**
 * Updates travel by a stream a wall, which every node reads from where it stands; presence and news of doors are
 * published. After each new connection every seat is told of a gap, so that nothing has to survive in Redis.
 */
class RedisBus implements Bus {
  readonly #node = randomUUID() as NodeId
  readonly #wakeStream = `pollinate:wake:${this.#node}`
  readonly #options: Required<RedisBusOptions>
  readonly #seats = new Map<WallId, Seat>()
  readonly #running: Promise<void>
  readonly #closing = new AbortController()
  readonly #chosenFor = new Set<WallId>()
  #line: RedisLine | undefined
  #outgoingBytes = 0

  constructor(options: RedisBusOptions) {
    this.#options = { silenceMs: 3000, ...options }
    this.#running = this.#run()
  }

  get health(): Bus['health'] {
    return this.#line ? 'connected' : 'away'
  }

  join(wall: WallId, listener: BusListener): BusSeat {
    if (this.#seats.has(wall)) throw new Error('A server has one seat at each wall; this one is taken.')
    const seat: Seat = { wall, listener, hear: (message) => this.#hear(seat, message), position: undefined }
    this.#seats.set(wall, seat)
    if (this.#line) void this.#sitDown(this.#line, seat)
    return {
      publishUpdate: (seq, update) => this.#publishUpdate(wall, seq, update),
      publishPresence: (presence) => this.#publish(wall, PRESENCE, presence),
      leave: () => {
        if (this.#seats.get(wall) !== seat) return
        this.#seats.delete(wall)
        this.#send(0, ({ commands }) => commands.unsubscribe(channelOf(wall), seat.hear, true))
      },
    }
  }

  publishDoors(wall: WallId): void {
    this.#publish(wall, DOORS, new Uint8Array())
  }

  async choose(wall: WallId): Promise<boolean> {
    const line = this.#line
    if (!line) return false
    const key = chosenKeyOf(wall)
    const expiration = { type: 'PX', value: CHOSEN_MS } as const
    this.#chosenFor.add(wall)
    try {
      if ((await line.commands.set(key, this.#node, { condition: 'NX', expiration })) !== null) return true
      if (String(await line.commands.get(key)) !== this.#node) {
        this.#chosenFor.delete(wall)
        return false
      }
      // Only whoever holds it lengthens it; that it ran out in between makes two servers do the same, and do it alike.
      await line.commands.set(key, this.#node, { condition: 'XX', expiration })
      return true
    } catch (error) {
      line.fail(error)
      return false
    }
  }

  /** Lets others be chosen at once. Where that fails they are in a minute. */
  async #giveUpPlaces({ commands }: RedisLine): Promise<void> {
    for (const wall of this.#chosenFor) {
      if (String(await commands.get(chosenKeyOf(wall))) === this.#node) await commands.del(chosenKeyOf(wall))
    }
  }

  async close(): Promise<void> {
    if (this.#line) await this.#giveUpPlaces(this.#line).catch(this.#line.fail)
    this.#closing.abort()
    this.#line?.fail(new Error('The bus is closing.'))
    await this.#running
    this.#seats.clear()
  }

  /** One line after the other, until the bus is closed. */
  async #run(): Promise<void> {
    const { url, silenceMs, log } = this.#options
    let failures = 0
    while (!this.#closing.signal.aborted) {
      let line: RedisLine | undefined
      let openedAt = Infinity
      try {
        line = await openRedisLine(url, silenceMs)
        this.#line = line
        openedAt = Date.now()
        if (failures > 0) log.info('the bus is back')
        for (const seat of this.#seats.values()) void this.#sitDown(line, seat)
        await Promise.race([line.failed, this.#read(line)])
      } catch (error) {
        if (Date.now() - openedAt > STEADY_MS) failures = 0
        // The message alone: an error of the client may carry the command it failed at.
        const reason = error instanceof Error ? error.message : String(error)
        if (failures === 0 && !this.#closing.signal.aborted) log.warn({ reason }, 'the bus is away; edits go on through the store')
      }
      this.#line = undefined
      line?.close()
      for (const seat of this.#seats.values()) seat.position = undefined
      await this.#pause(Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** failures++))
    }
  }

  /** Finds where the wall's stream ends. What came before is in the store; what comes after will be heard. */
  async #sitDown(line: RedisLine, seat: Seat): Promise<void> {
    const { commands } = line
    const { wall, hear, listener } = seat
    try {
      const [newest] = await Promise.all([
        commands.xRevRange(streamOf(wall), '+', '-', { COUNT: 1 }),
        commands.subscribe(channelOf(wall), hear, true),
      ])
      if (this.#line !== line || this.#seats.get(wall) !== seat) return
      seat.position = String(newest?.at(0)?.id ?? '0-0')
      // The reader waits for the streams it knew of; this one it always knows.
      await commands.multi().xAdd(this.#wakeStream, '*', { wall }, trimTo(1)).expire(this.#wakeStream, STREAM_SECONDS).exec()
      if (this.#seats.get(wall) === seat) listener.onGap()
    } catch (error) {
      line.fail(error)
    }
  }

  /** Reads all streams over one connection until the line fails. */
  async #read(line: RedisLine): Promise<void> {
    const BLOCK = waitAtMost(this.#options.silenceMs)
    let wakePosition = '0-0'
    while (this.#line === line) {
      const seats = [...this.#seats.values()]
      const streams = seats.flatMap(({ wall, position }) => (position === undefined ? [] : [{ key: streamOf(wall), id: position }]))
      const reply = await line.reader.xRead([{ key: this.#wakeStream, id: wakePosition }, ...streams], { BLOCK, COUNT: STREAM_LENGTH })
      // The client's own type of the messages gets lost on the way through its generics.
      const entries = new Map((reply ?? []).map(({ name, messages }) => [String(name), messages as Entry[] | null]))
      for (const { id } of entries.get(this.#wakeStream) ?? []) wakePosition = String(id)
      for (const seat of seats) {
        for (const { id, message } of entries.get(streamOf(seat.wall)) ?? []) this.#take(seat, String(id), message)
      }
    }
  }

  #take(seat: Seat, id: string, { node, seq, update }: Entry['message']): void {
    seat.position = id
    if (String(node) === this.#node || this.#seats.get(seat.wall) !== seat) return
    if (update) seat.listener.onUpdate(Number(seq), update)
    else seat.listener.onGap()
  }
  #hear(seat: Seat, message: Buffer): void {
    const node = message.toString('latin1', 1, 1 + NODE_ID_BYTES) as NodeId
    const { wall, listener } = seat
    if (node === this.#node || this.#seats.get(wall) !== seat) return
    if (message[0] === DOORS) listener.onDoors()
    if (message[0] === PRESENCE) listener.onPresence(node, message.subarray(1 + NODE_ID_BYTES))
  }

  #publishUpdate(wall: WallId, seq: number, update: Uint8Array): void {
    const travels = update.length <= MOST_BYTES_ON_BUS
    const entry = { node: this.#node, seq: String(seq), ...(travels && { update: asBuffer(update) }) }
    this.#send(travels ? update.length : 0, ({ commands }) =>
      commands.multi().xAdd(streamOf(wall), '*', entry, trimTo(STREAM_LENGTH)).expire(streamOf(wall), STREAM_SECONDS).exec(),
    )
  }

  #publish(wall: WallId, kind: number, content: Uint8Array): void {
    const message = Buffer.concat([Buffer.of(kind), Buffer.from(this.#node, 'latin1'), content])
    this.#send(message.length, ({ commands }) => commands.publish(channelOf(wall), message))
  }

  #send(bytes: number, say: (line: RedisLine) => Promise<unknown>): void {
    const line = this.#line
    if (!line || this.#outgoingBytes + bytes > MOST_OUTGOING_BYTES) return
    this.#outgoingBytes += bytes
    say(line).catch(line.fail).finally(() => (this.#outgoingBytes -= bytes))
  }

  #pause(ms: number): Promise<void> {
    const { signal } = this.#closing
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const timer = setTimeout(resolve, ms)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

const trimTo = (length: number) => ({ TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: length } }) as const

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length)
