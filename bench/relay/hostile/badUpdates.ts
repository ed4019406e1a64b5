import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** What nobody's Yjs writes and everybody's decoder reads: updates of version 1, made by hand. */
export type BadBytes = readonly [what: string, bytes: Uint8Array]

export const bytesOf = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)
export function writeNumbers(encoder: encoding.Encoder, ...numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number)
}

/** A number of 148 bytes, beyond what a double holds: whoever reads it has Infinity, and whoever writes that never ends. */
export const INFINITE: readonly number[] = [...new Array<number>(147).fill(0x80), 1]
/** Zero of infinite weight, which is NaN to whoever reads it. */
export const NOT_A_NUMBER: readonly number[] = [...new Array<number>(160).fill(0x80), 0]
export function writeRaw(encoder: encoding.Encoder, raw: readonly number[]): void {
  encoding.writeUint8Array(encoder, Uint8Array.from(raw))
}

const HUGE = 2 ** 50
/** Kinds of content, as the first five bits of a struct say them. */
const GC = 0
const SKIP = 10
const DELETED = 1
const JSON_VALUES = 2
const BINARY = 3
const LETTERS = 4
const ANY = 8
const DOCUMENT = 9
const IN_ROOT = 1
const ARRAY = 117
const UNDEFINED = 127

/** One struct of one client, in the root `notes` unless told otherwise, and nothing deleted. */
function struct(client: number, kind: number, writeContent: (encoder: encoding.Encoder) => void, root = 'notes'): Uint8Array {
  return bytesOf((encoder) => {
    writeNumbers(encoder, 1, 1, client, 0)
    encoding.writeUint8(encoder, kind)
    if (kind !== GC && kind !== SKIP) {
      writeNumbers(encoder, IN_ROOT)
      encoding.writeVarString(encoder, root)
    }
    writeContent(encoder)
    writeNumbers(encoder, 0)
  })
}

/** Letters in a root, at any clock. */
export const letters = (client: number, clock: number, text: string): Uint8Array =>
  bytesOf((encoder) => {
    writeNumbers(encoder, 1, 1, client, clock)
    encoding.writeUint8(encoder, LETTERS)
    writeNumbers(encoder, IN_ROOT)
    encoding.writeVarString(encoder, 'notes')
    encoding.writeVarString(encoder, text)
    writeNumbers(encoder, 0)
  })

/** Letters of ours over and over, in sections of one client. */
const twice = (client: number, ...clocks: readonly number[]): Uint8Array =>
  bytesOf((encoder) => {
    writeNumbers(encoder, clocks.length)
    for (const clock of clocks) {
      writeNumbers(encoder, 1, client, clock)
      encoding.writeUint8(encoder, LETTERS)
      writeNumbers(encoder, IN_ROOT)
      encoding.writeVarString(encoder, 'notes')
      encoding.writeVarString(encoder, 'evil')
    }
    writeNumbers(encoder, 0)
  })

const wholeDocument = (): Y.Doc => {
  const doc = new Y.Doc()
  doc.getMap('notes').set('evil', 'evil')
  return doc
}

const MAKERS: readonly (readonly [what: string, make: (client: number) => Uint8Array])[] = [
  ['2^50 clients and none of them', () => bytesOf((encoder) => writeNumbers(encoder, HUGE))],
  ['2^31 structs and none of them', (client) => bytesOf((encoder) => writeNumbers(encoder, 1, 2 ** 31, client, 0))],
  ['2^53 - 1 structs and none of them', (client) => bytesOf((encoder) => writeNumbers(encoder, 1, Number.MAX_SAFE_INTEGER, client, 0))],
  ['a GC of length 2^50', (client) => struct(client, GC, (encoder) => writeNumbers(encoder, HUGE))],
  ['a Skip of length 2^50', (client) => struct(client, SKIP, (encoder) => writeNumbers(encoder, HUGE))],
  ['2^50 deleted letters', (client) => struct(client, DELETED, (encoder) => writeNumbers(encoder, HUGE))],
  ['2^31 JSON values and none of them', (client) => struct(client, JSON_VALUES, (encoder) => writeNumbers(encoder, 2 ** 31))],
  ['2^31 values and none of them', (client) => struct(client, ANY, (encoder) => writeNumbers(encoder, 2 ** 31))],
  ['a list of 2^31 and nothing in it', (client) => struct(client, ANY, (encoder) => {
    writeNumbers(encoder, 1)
    writeRaw(encoder, [ARRAY])
    writeNumbers(encoder, 2 ** 31)
  })],
  ['lists 50,000 deep', (client) => struct(client, ANY, (encoder) => {
    writeNumbers(encoder, 1)
    for (let depth = 0; depth < 50_000; depth++) writeRaw(encoder, [ARRAY, 1])
    writeRaw(encoder, [UNDEFINED])
  })],
  ['half a million empty lists', (client) => struct(client, ANY, (encoder) => {
    writeNumbers(encoder, 1)
    writeRaw(encoder, [ARRAY])
    writeNumbers(encoder, 500_000)
    for (let count = 0; count < 500_000; count++) writeRaw(encoder, [ARRAY, 0])
  })],
  ['a binary of 2^40 bytes and none of them', (client) => struct(client, BINARY, (encoder) => writeNumbers(encoder, 2 ** 40))],
  ['a kind of content that there is not', (client) => struct(client, 31, () => undefined)],
  ['a document inside', (client) => struct(client, DOCUMENT, (encoder) => {
    encoding.writeVarString(encoder, 'evil')
    encoding.writeAny(encoder, {})
  })],
  ['a root with a name of a megabyte', (client) => struct(client, LETTERS, (encoder) => encoding.writeVarString(encoder, 'evil'), 'r'.repeat(1e6))],
  ['a root named __proto__', (client) => struct(client, LETTERS, (encoder) => encoding.writeVarString(encoder, 'evil'), '__proto__')],
  ['a root named constructor', (client) => struct(client, LETTERS, (encoder) => encoding.writeVarString(encoder, 'evil'), 'constructor')],
  ['letters that are no UTF-8', (client) => struct(client, LETTERS, (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.of(0xc3, 0x28, 0xff)))],
  ['letters of the client 2^53 - 1', () => struct(Number.MAX_SAFE_INTEGER, LETTERS, (encoder) => encoding.writeVarString(encoder, 'evil'))],
  ['a far clock', (client) => letters(client, 1_000_000, 'evil')],
  ['the farthest clock', (client) => letters(client, Number.MAX_SAFE_INTEGER, 'evil')],
  ['one client in two sections', (client) => twice(client, 0, 4)],
  ['one client in sections that overlap', (client) => twice(client, 0, 2, 0, 3)],
  ['2^31 clients in the deletions', () => bytesOf((encoder) => writeNumbers(encoder, 0, 2 ** 31))],
  ['2^31 deletions and none of them', (client) => bytesOf((encoder) => writeNumbers(encoder, 0, 1, client, 2 ** 31))],
  ['a deletion of 2^50 of somebody unknown', (client) => bytesOf((encoder) => writeNumbers(encoder, 0, 1, client, 1, 0, HUGE))],
  ['bytes behind the end', () => Uint8Array.from([0, 0, ...new TextEncoder().encode('evil')])],
  ['a client that is infinite', () => Uint8Array.from([1, 1, ...INFINITE, 0, GC, 1, 0])],
  ['a clock that is infinite', (client) => Uint8Array.from([1, 1, client, ...INFINITE, GC, 1, 0])],
  ['a length that is infinite', (client) => Uint8Array.from([1, 1, client, 0, GC, ...INFINITE, 0])],
  ['a client that is no number', () => Uint8Array.from([1, 1, ...NOT_A_NUMBER, 0, GC, 1, 0])],
  ['a clock that is no number', (client) => Uint8Array.from([1, 1, client, ...NOT_A_NUMBER, GC, 1, 0])],
  ['a length that is no number', (client) => Uint8Array.from([1, 1, client, 0, GC, ...NOT_A_NUMBER, 0])],
  ['a neighbour at an infinite clock', (client) => Uint8Array.from([1, 1, client, 0, 0x84, client, ...INFINITE, 1, 120, 0])],
  ['a neighbour that is no number', (client) => Uint8Array.from([1, 1, client, 0, 0x84, ...NOT_A_NUMBER, 0, 1, 120, 0])],
  ['a deletion of somebody infinite', () => Uint8Array.from([0, 1, ...INFINITE, 1, 0, 1])],
  ['an infinite deletion', (client) => Uint8Array.from([0, 1, client, 1, 0, ...INFINITE])],
  ['a deletion that is no number', (client) => Uint8Array.from([0, 1, client, 1, ...NOT_A_NUMBER, 1])],
  ['letters behind themselves', (client) => Uint8Array.from([1, 1, client, 0, 0x84, client, 3, 1, 120, 0])],
  ['an update of version 2', () => Y.encodeStateAsUpdateV2(wholeDocument())],
  ['a whole document cut in the middle', () => Y.encodeStateAsUpdate(wholeDocument()).subarray(0, 12)],
  ['nothing', () => new Uint8Array()],
  ['one byte', () => Uint8Array.of(255)],
]

/** Each under a client id of its own, which fits in one byte: nothing of one is known when the next one comes. */
export const badUpdates = (): readonly BadBytes[] => MAKERS.map(([what, make], index) => [what, make(5 + index)])
