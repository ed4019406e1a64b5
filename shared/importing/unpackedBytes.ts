const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
/** The end record and the longest comment behind it. */
const LONGEST_END = 22 + 65_535

/**
 * How many bytes a ZIP archive unpacks to, by what its directory says; a reader that holds each entry to that is safe from
 * archives that say less than they hold.
 * @returns `undefined` when it is no such archive, or an entry does not say how large it is
 */
export function unpackedBytes(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let sum = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    // The sizes of very large archives stand elsewhere; and what says 0 and is not empty is not held to anything.
    if (unpacked === 0xffff_ffff || (unpacked === 0 && packed > 2)) return undefined
    sum += unpacked
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return sum
}

function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}
