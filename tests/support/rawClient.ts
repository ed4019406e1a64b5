import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { writeAnswer, writeAsk, writePresence, writeUpdate } from '../../server/rooms/wire.ts'
import { SUBPROTOCOL } from '#shared/protocol/limits.ts'
import type { WallId } from '#shared/wall/ids.ts'

export type Heard =
  | { type: 'ask' | 'answer' | 'update'; content: Uint8Array }
  | { type: 'presence' | 'refusal'; content: Uint8Array }

interface Closed {
  readonly code: number
  readonly reason: string
}

/** A client that says exactly what a test tells it to, and keeps all it hears. */
export interface RawClient {
  readonly heard: readonly Heard[]
  readonly protocol: string
  readonly closed: Promise<Closed>
  send(frame: Uint8Array | string): void
  ask(doc?: Y.Doc): void
  answer(update: Uint8Array): void
  update(update: Uint8Array): void
  presence(client: number, clock: number, state: string): void
  /** The first message, heard already or yet to come, that is so. */
  next(isSo: (message: Heard) => boolean): Promise<Heard>
  pause(): void
  resume(): void
  /** Breaks the line without a goodbye. */
  terminate(): void
}

interface Options {
  readonly protocols?: readonly string[]
  readonly headers?: Record<string, string>
}

export async function rawClient(url: string, wall: WallId, token: string, options: Options = {}): Promise<RawClient> {
  const address = `${url.replace('http', 'ws')}/relay/${wall}`
  const ws = new WebSocket(address, [...(options.protocols ?? [SUBPROTOCOL, token])], { headers: options.headers })
  const heard: Heard[] = []
  const listeners = new Set<() => void>()
  ws.on('message', (data) => {
    if (data instanceof Buffer) heard.push(readServerMessage(data))
    for (const listener of listeners) listener()
  })
  const closed = new Promise<Closed>((resolve) => {
    ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  await new Promise((resolve, reject) => {
    ws.once('open', resolve)
    ws.once('error', reject)
  })
  const send = (frame: Uint8Array | string): void => ws.send(frame)
  return {
    heard,
    protocol: ws.protocol,
    closed,
    send,
    ask: (doc = new Y.Doc()) => send(writeAsk(Y.encodeStateVector(doc))),
    answer: (update) => send(writeAnswer(update)),
    update: (update) => send(writeUpdate(update)),
    presence: (client, clock, state) => send(writePresence([{ client, clock, state: new TextEncoder().encode(state) }])),
    next: (isSo) =>
      new Promise((resolve) => {
        let looked = 0
        const look = (): void => {
          for (; looked < heard.length; looked++) {
            const message = heard[looked]
            if (!message || !isSo(message)) continue
            listeners.delete(look)
            resolve(message)
            return
          }
        }
        listeners.add(look)
        look()
      }),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    terminate: () => ws.terminate(),
  }
}

function readServerMessage(frame: Uint8Array): Heard {
  const decoder = decoding.createDecoder(frame)
  const kind = decoding.readVarUint(decoder)
  if (kind === 1) return { type: 'presence', content: decoding.readVarUint8Array(decoder) }
  if (kind === 2) {
    decoding.readVarUint(decoder)
    return { type: 'refusal', content: decoding.readVarUint8Array(decoder) }
  }
  const type = (['ask', 'answer', 'update'] as const)[decoding.readVarUint(decoder)]
  if (!type) throw new Error('The server said something that is not on the wire.')
  return { type, content: decoding.readVarUint8Array(decoder) }
}
