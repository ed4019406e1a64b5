/**
 * What every measured edit and cursor carries: when it was made, by whom, and its number. It stays in one piece inside
 * an update, also when a server merges updates, so that a receiver finds it in the bytes without decoding them. It is
 * shaped like the id of a note, so that it may stand where presence names one.
 */
const MARK = '_-_'
const US_DIGITS = 12
const SENDER_DIGITS = 4
const SEQUENCE_DIGITS = 4
/** In bytes, and as text in characters. */
export const STAMP_LENGTH = MARK.length + US_DIGITS + SENDER_DIGITS + SEQUENCE_DIGITS

const MARK_BYTES = Buffer.from(MARK)

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** @param us of the machine's monotonic clock, which all processes share */
export const writeStamp = (us: number, sender: number, sequence: number): string =>
  MARK + hex(us, US_DIGITS) + hex(sender, SENDER_DIGITS) + hex(sequence, SEQUENCE_DIGITS)

/** Shows every whole stamp in `bytes` from `start` to `end`. */
export function eachStamp(bytes: Buffer, start: number, end: number, visit: (us: number, sender: number, sequence: number) => void): void {
  for (let at = bytes.indexOf(MARK_BYTES, start); at >= 0 && at + STAMP_LENGTH <= end; at = bytes.indexOf(MARK_BYTES, at + MARK.length)) {
    const us = readHex(bytes, at + MARK.length, US_DIGITS)
    const sender = readHex(bytes, at + MARK.length + US_DIGITS, SENDER_DIGITS)
    const sequence = readHex(bytes, at + MARK.length + US_DIGITS + SENDER_DIGITS, SEQUENCE_DIGITS)
    if (us >= 0 && sender >= 0 && sequence >= 0) visit(us, sender, sequence)
  }
}

/** @returns -1 for what is no number */
function readHex(bytes: Buffer, at: number, digits: number): number {
  let value = 0
  for (let end = at + digits; at < end; at++) {
    const byte = bytes[at] ?? 0
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : byte >= 97 && byte <= 102 ? byte - 87 : -1
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

/** Microseconds of the machine's monotonic clock. */
export const nowUs = (): number => Number(process.hrtime.bigint() / 1000n)
