import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { CLOSE, type CloseName } from '#shared/protocol/closeCodes.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Pass } from '../auth/token.ts'
import type { Traffic } from '../observe/meters.ts'
import type { Frames } from './frames.ts'
import { Outflow } from './outflow.ts'
import { ReadingPace } from './readingPace.ts'
import type { Timing } from './timing.ts'
import { HEARTBEAT, writeRefusal } from './wire.ts'

/** Over this much on its way a client gets no presence: it would be old when it arrives. */
const PRESENCE_BYTES = 64 * 1024
/** Over this much it gets nothing until it has caught up. */
const BEHIND_BYTES = 1024 * 1024

/** A client that offers only what `can` allows commits none. */
const MOST_OFFENCES = 5

/** One open connection, as its room sees it: somewhere to send to, which may be slow, or dead without saying so. */
export class Member {
  /** What the client had been sent when it fell behind: a state vector. `undefined` while it keeps up. */
  behindSince: Uint8Array | undefined
  readonly pass: Pass
  readonly #ws: WebSocket
  readonly #socket: Socket
  readonly #timing: Timing
  readonly #traffic: Traffic
  readonly #pace: ReadingPace
  readonly #outflow: Outflow
  #offences = 0
  #lastSentAt = Date.now()
  /** When it was asked for a sign of life that has not come yet. */
  #askedAt: number | undefined

  constructor(ws: WebSocket, socket: Socket, pass: Pass, timing: Timing, traffic: Traffic) {
    this.#ws = ws
    this.#socket = socket
    this.pass = pass
    this.#timing = timing
    this.#traffic = traffic
    this.#pace = new ReadingPace(ws, Date.now())
    this.#outflow = new Outflow(ws, socket, Date.now())
    ws.on('pong', () => {
      this.#askedAt = undefined
    })
    ws.on('close', () => this.#pace.release())
  }

  get canWrite(): boolean {
    return this.pass.role !== 'viewer'
  }

  get hasCaughtUp(): boolean {
    return this.#ws.bufferedAmount < PRESENCE_BYTES
  }

  /** Counts a message that it said. */
  heard(bytes: number): void {
    this.#askedAt = undefined
    this.#traffic.messagesIn++
    this.#traffic.bytesIn += bytes
    this.#pace.count(bytes, Date.now())
  }

  /** For what must arrive: answers to the client's own questions. */
  send(message: Uint8Array): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return
    this.#ws.send(message)
    this.#lastSentAt = Date.now()
    this.#traffic.messagesOut++
    this.#traffic.bytesOut += message.length
  }

  /**
   * @param withPresence the same with presence behind it, in one write, for a client that keeps up
   * @param before gives the state vector of everything sent before, kept if the update is not sent
   */
  sendUpdate(update: Frames, withPresence: Frames, before: () => Uint8Array): void {
    if (this.behindSince) return
    if (this.#ws.bufferedAmount > BEHIND_BYTES) this.behindSince = before()
    else this.#write(this.hasCaughtUp ? withPresence : update)
  }

  sendPresence(presence: Frames): void {
    if (!this.behindSince && this.hasCaughtUp) this.#write(presence)
  }

  /** Past ws, which would make a header for each receiver anew; it sends in pieces only what it compresses, and that is off. */
  #write({ bytes, count }: Frames): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return
    this.#socket.write(bytes)
    this.#lastSentAt = Date.now()
    this.#traffic.messagesOut += count
    this.#traffic.bytesOut += bytes.length
  }

  /** Called every few seconds: breaks the silence, and ends a connection whose other end has vanished or takes nothing. */
  beat(now: number): void {
    if (this.#outflow.stuckForMs(now) > this.#timing.stuckMs) {
      this.#ws.terminate()
      return
    }
    if (this.#ws.bufferedAmount > 0 || this.#pace.isPaused) {
      this.#askedAt = undefined // it is still reading what came before, or we do not hear what it says
      return
    }
    if (this.#askedAt !== undefined && now - this.#askedAt > 2 * this.#timing.quietMs) {
      this.#ws.terminate()
      return
    }
    if (now - this.#lastSentAt < this.#timing.quietMs) return
    this.send(HEARTBEAT)
    this.#askedAt ??= now
    this.#ws.ping()
  }

  /** Tells that changes were not taken, and why. Who goes on trying is sent away. */
  refuse(refusals: ReadonlySet<Refusal>, isOffence: boolean): void {
    for (const refusal of refusals) this.send(writeRefusal(refusal))
    if (isOffence && ++this.#offences >= MOST_OFFENCES) this.close('refusedTooOften')
  }

  close(why: CloseName): void {
    this.#pace.release() // the answer to our goodbye must be read
    const { code, reason } = CLOSE[why]
    this.#ws.close(code, reason)
  }
}
