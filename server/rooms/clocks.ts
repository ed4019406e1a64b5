import * as Y from 'yjs'

/** How far each client's changes go, as a document grows. Yjs would reckon that up from all clients there ever were, at every tick. */
export class Clocks {
  readonly #clocks: Map<number, number>

  constructor(doc: Y.Doc) {
    this.#clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  }

  /** @param update of version 1 that leaves no gap behind what is known of a client */
  add(update: Uint8Array): void {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      if (clock > (this.#clocks.get(client) ?? 0)) this.#clocks.set(client, clock)
    }
  }

  /** As a state vector. */
  encode(): Uint8Array {
    return Y.encodeStateVector(this.#clocks)
  }
}
