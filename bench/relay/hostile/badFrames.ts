import * as encoding from 'lib0/encoding'
import { bytesOf, INFINITE, NOT_A_NUMBER, writeNumbers, writeRaw, type BadBytes } from './badUpdates.ts'

const ASK = 0
const SYNC = 0
const PRESENCE = 1

const presence = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
  bytesOf((encoder) => {
    writeNumbers(encoder, PRESENCE)
    encoding.writeVarUint8Array(encoder, bytesOf(write))
  })

const ask = (stateVector: Uint8Array): Uint8Array =>
  bytesOf((encoder) => {
    writeNumbers(encoder, SYNC, ASK)
    encoding.writeVarUint8Array(encoder, stateVector)
  })

/** One client's state, with its numbers as they are given. */
const stateOf = (client: readonly number[], clock: readonly number[], state: string | Uint8Array): Uint8Array =>
  presence((encoder) => {
    writeRaw(encoder, [1, ...client, ...clock])
    if (typeof state === 'string') encoding.writeVarString(encoder, state)
    else encoding.writeVarUint8Array(encoder, state)
  })

/** Messages that are no honest client's, beside updates. */
export function badFrames(): readonly BadBytes[] {
  return [
    ['an empty message', new Uint8Array()],
    ...Array.from({ length: 8 }, (_, byte): BadBytes => [`the byte ${byte} alone`, Uint8Array.of(byte)]),
    ['the byte 255 alone', Uint8Array.of(255)],
    ['a kind of message that is infinite', Uint8Array.from(INFINITE)],
    ['a message of 2^50 bytes and none of them', bytesOf((encoder) => writeNumbers(encoder, SYNC, 2, 2 ** 50))],
    ['a question of 2^50 clients and none of them', ask(bytesOf((encoder) => writeNumbers(encoder, 2 ** 50)))],
    ['a question about somebody infinite', ask(Uint8Array.from([1, ...INFINITE, 1]))],
    ['a question about an infinite clock', ask(Uint8Array.from([1, 5, ...INFINITE]))],
    ['a question about no number', ask(Uint8Array.from([1, ...NOT_A_NUMBER, ...NOT_A_NUMBER]))],
    ['presence of 2^50 clients and none of them', presence((encoder) => writeNumbers(encoder, 2 ** 50))],
    ['presence of somebody infinite', stateOf(INFINITE, [1], '{"is":"evil"}')],
    ['presence at an infinite clock', stateOf([5], INFINITE, '{"is":"evil"}')],
    ['presence of no number', stateOf(NOT_A_NUMBER, [1], '{"is":"evil"}')],
    ['presence that is no JSON', stateOf([5], [1], 'evil')],
    ['presence that is no object', stateOf([5], [1], '"evil"')],
    ['presence that is no UTF-8', stateOf([5], [1], Uint8Array.of(0x22, 0xff, 0xfe, 0x22))],
    ['presence 3,000 lists deep', stateOf([5], [1], `${'['.repeat(1500)}${']'.repeat(1500)}`)],
  ]
}
