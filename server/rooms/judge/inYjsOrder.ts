import * as Y from 'yjs'
import type { Struct } from './decodeUpdate.ts'

/**
 * The structs of an update in the order in which Yjs puts them in place: the highest client id first, and what one hangs on before it.
 * The order decides how far Yjs walks: what is there already is walked over by what comes later, and not the other way round.
 * @param stateOf the first clock of a client that the document does not have
 * @see integrateStructs in yjs/src/utils/encoding.js
 */
export function* inYjsOrder(structs: ReadonlyMap<number, readonly Struct[]>, stateOf: (client: number) => number): Iterable<Struct> {
  const targets = [...structs.keys()].sort((a, b) => a - b)
  const next = new Map<number, number>()
  const ends = new Map<number, number>()
  const isThere = ({ client, clock }: Y.ID, own: number): boolean => client === own || clock < (ends.get(client) ?? stateOf(client))
  const takeOf = (client: number): Struct | undefined => {
    const index = next.get(client) ?? 0
    next.set(client, index + 1)
    return structs.get(client)?.[index]
  }
  const takeNext = (): Struct | undefined => {
    for (let target = targets.at(-1); target !== undefined; target = targets.at(-1)) {
      const struct = takeOf(target)
      if (struct) return struct
      targets.pop()
    }
    return undefined
  }

  const waiting: Struct[] = []
  let struct = takeNext()
  while (struct) {
    const missing = struct instanceof Y.Item ? neighboursOf(struct).find((id) => !isThere(id, struct?.id.client ?? -1)) : undefined
    if (missing) {
      waiting.push(struct)
      struct = takeOf(missing.client)
      continue
    }
    yield struct
    ends.set(struct.id.client, struct.id.clock + struct.length)
    struct = waiting.pop() ?? takeNext()
  }
}

/** What an item hangs on, in the order in which Yjs asks for it. */
function neighboursOf({ origin, rightOrigin, parent }: Y.Item): readonly Y.ID[] {
  const holder: unknown = parent // on the wire the name of a root, or an id
  return [origin, rightOrigin, holder].filter((id): id is Y.ID => id instanceof Y.ID)
}
