import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

/**
 * Whether what is sent to a connection flows. Progress is judged and not size: a slow line may take minutes for its first
 * sync, and a client that goes on talking while it reads nothing is stuck all the same.
 */
export class Outflow {
  readonly #ws: Pick<WebSocket, 'bufferedAmount'>
  readonly #socket: Pick<Socket, 'bytesWritten'>
  #left = 0
  #inHand = 0
  #movedAt: number

  constructor(ws: Pick<WebSocket, 'bufferedAmount'>, socket: Pick<Socket, 'bytesWritten'>, now: number) {
    this.#ws = ws
    this.#socket = socket
    this.#movedAt = now
  }

  /** @returns for how long nothing has flowed, as far as it was looked at; 0 when nothing is to be sent */
  stuckForMs(now: number): number {
    const waiting = this.#ws.bufferedAmount
    // Frames that are gone altogether, and what the system has not yet taken of the one it has in hand.
    const left = this.#socket.bytesWritten - waiting
    const inHand = takenSlowly(this.#socket)
    if (waiting === 0 || left !== this.#left || inHand !== this.#inHand) this.#movedAt = now
    this.#left = left
    this.#inHand = inHand
    return now - this.#movedAt
  }
}

/**
 * Bytes that the system has yet to take of a write under way. Node counts such a write as unsent until all of it is gone,
 * and tells this number only to itself (its own socket timeout looks there too); without it one large frame on a slow line
 * would look stuck.
 */
function takenSlowly(socket: object): number {
  const { _handle: handle } = socket as { readonly _handle?: { readonly writeQueueSize?: number } | null }
  return handle?.writeQueueSize ?? 0
}
