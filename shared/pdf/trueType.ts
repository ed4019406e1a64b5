/** What is read from a TrueType file to draw from it and to cut it down (OpenType 1.9; glyf outlines only). */
export interface TrueType {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  /** @returns `undefined` when the file has no such table */
  table(tag: string): Uint8Array | undefined
  /** The outline as it stands in `glyf`; empty for a blank. */
  glyph(id: number): Uint8Array
  advance(id: number): number
  leftSideBearing(id: number): number
}

/** @throws Error if it is not a TrueType file with outlines in `glyf` */
export function readTrueType(data: Uint8Array): TrueType {
  const view = viewOf(data)
  const places = new Map<string, Uint8Array>()
  const count = data.length > 12 ? view.getUint16(4) : 0
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i
    const tag = String.fromCharCode(...data.subarray(entry, entry + 4))
    const offset = view.getUint32(entry + 8)
    places.set(tag, data.subarray(offset, offset + view.getUint32(entry + 12)))
  }
  const required = (tag: string): Uint8Array => {
    const table = places.get(tag)
    if (!table) throw new Error(`Not a TrueType font: it has no table ${tag}`)
    return table
  }
  const head = viewOf(required('head'))
  const hhea = viewOf(required('hhea'))
  const loca = viewOf(required('loca'))
  const hmtx = viewOf(required('hmtx'))
  const glyf = required('glyf')
  const longOffsets = head.getInt16(50) === 1
  const metrics = hhea.getUint16(34)
  const offsetOf = (id: number): number => (longOffsets ? loca.getUint32(4 * id) : 2 * loca.getUint16(2 * id))
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    table: (tag) => places.get(tag),
    glyph: (id) => glyf.subarray(offsetOf(id), offsetOf(id + 1)),
    advance: (id) => hmtx.getUint16(4 * Math.min(id, metrics - 1)),
    leftSideBearing: (id) => (id < metrics ? hmtx.getInt16(4 * id + 2) : hmtx.getInt16(4 * metrics + 2 * (id - metrics))),
  }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
