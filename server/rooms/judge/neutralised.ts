import * as Y from 'yjs'

/** What a value that was refused would have stood behind, and where. */
interface Trace {
  readonly origin: Y.ID | null
  /** The name of the root, or the id of the item, in which it would have been. */
  readonly parent: Y.Item['parent']
  readonly parentSub: string
}

/** So many values can be refused in one room before the first is forgotten. */
const MOST = 1000

/**
 * Remembers the values that were refused. Where one would have stood there is nothing now, but its sender's own copy has
 * it, and what they set there later says that it comes after it. Yjs would drop that: here it is led to what the refused
 * value came after, so that an honest value still arrives.
 */
export class Neutralised {
  readonly #traces = new Map<string, Trace>()

  add(item: Y.Item, parent: Trace['parent'], parentSub: string): void {
    const { client, clock } = item.id
    this.#traces.set(`${client}:${clock}`, { origin: item.origin, parent, parentSub })
    if (this.#traces.size > MOST) for (const oldest of this.#traces.keys()) return void this.#traces.delete(oldest)
  }

  /** The item, behind something that is there. It stays as it is when nothing was refused before it. */
  lead(item: Y.Item): Y.Item {
    if (this.#traces.size === 0 || !item.origin) return item
    let trace: Trace | undefined
    let origin: Y.ID | null = item.origin
    while (origin) {
      const before = this.#traces.get(`${origin.client}:${origin.clock}`)
      if (!before) break
      trace = before
      origin = before.origin
    }
    if (!trace) return item
    const { id, content, rightOrigin } = item
    // With a neighbour on the left its place is told by that; without one it has to be named.
    return origin
      ? new Y.Item(id, null, origin, null, rightOrigin, null, null, content)
      : new Y.Item(id, null, null, null, rightOrigin, trace.parent, trace.parentSub, content)
  }
}
