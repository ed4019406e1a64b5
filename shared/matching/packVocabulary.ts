import { Inflate, strFromU8, strToU8, zlibSync } from 'fflate'
import { parseVocabulary, VOCABULARY_LIMITS, type NamedVocabulary } from './parseVocabulary.ts'

/** A vocabulary as a wall carries it: small enough for every phone, in plain letters. The same file packs alike everywhere. */
export const packVocabulary = (vocabulary: NamedVocabulary): string => toBase64(zlibSync(strToU8(JSON.stringify(vocabulary)), { level: 9 }))

/** @returns `undefined` for what is no vocabulary, or blows up to more than one may hold */
export function unpackVocabulary(packed: string): NamedVocabulary | undefined {
  try {
    const text = inflated(fromBase64(packed))
    const read = text === undefined ? undefined : parseVocabulary(text)
    return read?.ok ? read.vocabulary : undefined
  } catch {
    return undefined // no base64, or no deflate: written by another program, and there is the vocabulary that ships
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Of our own: a worker has neither `window` nor Node's Buffer, which the ready-made ones look for. */
function toBase64(bytes: Uint8Array): string {
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (const shift of [18, 12, 6, 0]) letters.push(LETTERS.charAt((bits >> shift) & 63))
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return letters.slice(0, letters.length - missing).join('') + '='.repeat(missing)
}

/** @throws RangeError at any other letter */
function fromBase64(text: string): Uint8Array {
  const letters = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let bits = 0
  let at = 0
  for (let place = 0; place < letters.length; place++) {
    const value = LETTERS.indexOf(letters.charAt(place))
    if (value < 0) throw new RangeError('A letter that is none of base64')
    bits = ((bits << 6) | value) & 0xffffff
    if (place % 4 > 0) bytes[at++] = (bits >> (6 - 2 * (place % 4))) & 255
  }
  return bytes
}

/** Stops as soon as it is too much. */
function inflated(bytes: Uint8Array): string | undefined {
  const pieces: Uint8Array[] = []
  let size = 0
  // Two bytes of zlib before, and four of checksum after, which this does not look at.
  const inflate = new Inflate((piece) => {
    size += piece.length
    if (size > 2 * VOCABULARY_LIMITS.bytes) throw new RangeError('A vocabulary that is too large')
    pieces.push(piece.slice())
  })
  for (let start = 2; start < bytes.length - 4; start += 4096) {
    const end = Math.min(start + 4096, bytes.length - 4)
    inflate.push(bytes.subarray(start, end), end === bytes.length - 4)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return size === 0 ? undefined : strFromU8(whole)
}
