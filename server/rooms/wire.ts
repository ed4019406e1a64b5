import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { WIRE } from '#shared/protocol/limits.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'

/** One client's presence as it travels: whose, how new, and the state's own bytes, which are sent on as they came. */
export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  readonly state: Uint8Array
}

/** What a client can say on the y-websocket wire. An update is not looked into here: for a viewer's nobody does. */
export type ClientMessage =
  | { type: 'ask'; stateVector: Uint8Array }
  | { type: 'update'; update: Uint8Array; isAnswer: boolean }
  | { type: 'presence'; entries: readonly PresenceEntry[] }
  | { type: 'askPresence' }

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const ASK_AWARENESS = 3
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
const PERMISSION_DENIED = 0

/** The state of a client that has left. */
export const GONE = new TextEncoder().encode('null')

/** @returns `undefined` for what is no message of this wire, or is cut short, or too large */
export function readMessage(frame: Uint8Array): ClientMessage | undefined {
  try {
    const decoder = decoding.createDecoder(frame)
    const message = decodeMessage(decoder)
    return decoding.hasContent(decoder) ? undefined : message
  } catch {
    return undefined // lib0 and Yjs throw at the first byte that does not fit
  }
}

function decodeMessage(decoder: decoding.Decoder): ClientMessage | undefined {
  switch (decoding.readVarUint(decoder)) {
    case SYNC: {
      const step = decoding.readVarUint(decoder)
      const content = decoding.readVarUint8Array(decoder)
      if (step === STEP_1) {
        Y.decodeStateVector(content)
        return { type: 'ask', stateVector: content }
      }
      if (step !== STEP_2 && step !== UPDATE) return undefined
      return { type: 'update', update: content, isAnswer: step === STEP_2 }
    }
    case AWARENESS: {
      const content = decoding.readVarUint8Array(decoder)
      // Not an offence: the stock provider sends back all presence that it hears, and in a full room that is much.
      return { type: 'presence', entries: content.length > WIRE.presenceBytes ? [] : readPresence(content) }
    }
    case ASK_AWARENESS:
      return { type: 'askPresence' }
    default:
      return undefined
  }
}

function readPresence(content: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(content)
  const entries: PresenceEntry[] = []
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    // A string travels as its length and its bytes. A copy: the frame's memory belongs to the socket.
    const state = decoding.readVarUint8Array(decoder).slice()
    // A number of enough bytes is read as Infinity, and writing that to the others would never end.
    if (!Number.isSafeInteger(client) || !Number.isSafeInteger(clock)) throw new RangeError('A number of presence is out of bounds.')
    // Everybody's client will parse it; one that cannot be parsed would take the others' in the same frame with it.
    if (typeof JSON.parse(UTF_8.decode(state)) !== 'object') throw new Error('Presence is an object, or null.')
    entries.push({ client, clock, state })
  }
  return entries
}
const UTF_8 = new TextDecoder('utf-8', { fatal: true })

/** "This is what I have; send me what I lack." */
export const writeAsk = (stateVector: Uint8Array): Uint8Array => syncMessage(STEP_1, stateVector)
/** The answer to a client's question. */
export const writeAnswer = (update: Uint8Array): Uint8Array => syncMessage(STEP_2, update)
export const writeUpdate = (update: Uint8Array): Uint8Array => syncMessage(UPDATE, update)

export function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS)
    const content = encoding.encode((inner) => {
      encoding.writeVarUint(inner, entries.length)
      for (const { client, clock, state } of entries) {
        encoding.writeVarUint(inner, client)
        encoding.writeVarUint(inner, clock)
        encoding.writeVarUint8Array(inner, state)
      }
    })
    encoding.writeVarUint8Array(encoder, content)
  })
}

/** Why something was not taken. A stock provider prints it. */
export const writeRefusal = (refusal: Refusal): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AUTH)
    encoding.writeVarUint(encoder, PERMISSION_DENIED)
    encoding.writeVarString(encoder, refusal)
  })

/** Says nothing, and keeps y-websocket from hanging up: it does so after 30 s without a message; pings do not count. */
export const HEARTBEAT = writePresence([])

const syncMessage = (step: number, content: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, content)
  })
