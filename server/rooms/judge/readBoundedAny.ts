import * as decoding from 'lib0/decoding'

const OBJECT = 118
const ARRAY = 117

/**
 * Reads a value as lib0 does, and not more parts of values than are left. A part named `__proto__` stays one, so that it
 * can be refused; lib0 would let it change what the object inherits, or lose it.
 * @throws RangeError when there are more
 */
export function readBoundedAny(decoder: decoding.Decoder, parts: { left: number }): unknown {
  if (--parts.left < 0) throw new RangeError('The update has too many values.')
  const type = decoder.arr[decoder.pos]
  if (type !== OBJECT && type !== ARRAY) return decoding.readAny(decoder) as unknown
  decoder.pos++
  const count = decoding.readVarUint(decoder)
  if (type === ARRAY) {
    const list: unknown[] = []
    while (list.length < count) list.push(readBoundedAny(decoder, parts))
    return list
  }
  const object: Record<string, unknown> = {}
  for (let index = 0; index < count; index++) {
    const name = decoding.readVarString(decoder)
    const value = readBoundedAny(decoder, parts)
    if (name === '__proto__') Object.defineProperty(object, name, { value, enumerable: true })
    else object[name] = value
  }
  return object
}
