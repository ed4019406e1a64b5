/** A network through which units flow at a cost; nodes are numbers from 0. */
export interface FlowNetwork {
  /** @returns the edge's number, for `flowOn` */
  addEdge(from: number, to: number, capacity: number, cost: number): number
  /**
   * Sends units from `source` to `sink`, each along the cheapest way that is left, until there is none below `costBelow` or
   * so many are on their way. What flows then is the cheapest flow of its size.
   */
  send(source: number, sink: number, most: number, costBelow: number): void
  flowOn(edge: number): number
}

/**
 * Successive shortest paths with potentials (Ahuja, Magnanti, Orlin, Network Flows, ch. 9.7). Whole numbers only, and of
 * ways that cost the same always the same one is taken: so every engine gives the same flow.
 * Costs are 0 or more; `addEdge` all edges before the first `send`.
 */
export function createFlowNetwork(nodes: number): FlowNetwork {
  // Each edge has a twin of no capacity at the next number, which takes its flow back.
  const to: number[] = []
  const left: number[] = []
  const costs: number[] = []
  const edgesOf: number[][] = Array.from({ length: nodes }, () => [])
  const potential = new Float64Array(nodes)

  function addHalf(from: number, target: number, capacity: number, cost: number): void {
    edgesOf[from]?.push(to.length)
    to.push(target)
    left.push(capacity)
    costs.push(cost)
  }

  /** The cheapest way to the sink as the edge that leads into each node; `undefined` when there is none. Raises the potentials. */
  function cheapestWay(source: number, sink: number): Int32Array | undefined {
    const distance = new Float64Array(nodes).fill(Infinity)
    const into = new Int32Array(nodes).fill(-1)
    const isDone = new Uint8Array(nodes)
    const heap = new NearestFirst()
    distance[source] = 0
    heap.push(0, source)
    for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
      if (isDone[node]) continue
      isDone[node] = 1
      if (node === sink) break
      const here = at(distance, node) + at(potential, node)
      for (const edge of edgesOf[node] ?? []) {
        if (at(left, edge) === 0) continue
        const next = at(to, edge)
        const reached = here + at(costs, edge) - at(potential, next)
        if (reached >= at(distance, next)) continue
        distance[next] = reached
        into[next] = edge
        heap.push(reached, next)
      }
    }
    const farthest = at(distance, sink)
    if (farthest === Infinity) return undefined
    for (let node = 0; node < nodes; node++) potential[node] = at(potential, node) + Math.min(at(distance, node), farthest)
    return into
  }

  return {
    addEdge(from, target, capacity, cost) {
      addHalf(from, target, capacity, cost)
      addHalf(target, from, 0, -cost)
      return to.length - 2
    },
    send(source, sink, most, costBelow) {
      for (let sent = 0; sent < most; sent++) {
        const into = cheapestWay(source, sink)
        // After the potentials were raised, the way costs what they differ by.
        if (!into || at(potential, sink) - at(potential, source) >= costBelow) return
        for (let node = sink; node !== source; ) {
          const edge = at(into, node)
          left[edge] = at(left, edge) - 1
          left[edge ^ 1] = at(left, edge ^ 1) + 1
          node = at(to, edge ^ 1)
        }
      }
    },
    flowOn: (edge) => at(left, edge ^ 1),
  }
}

/** Every index here was made by this file. */
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? NaN

/** A binary heap: the nearest node first, of equally near ones the one with the smaller number. */
class NearestFirst {
  readonly #distances: number[] = []
  readonly #nodes: number[] = []

  push(distance: number, node: number): void {
    let hole = this.#nodes.length
    while (hole > 0) {
      const above = (hole - 1) >> 1
      if (!this.#isBefore(distance, node, above)) break
      this.#put(hole, at(this.#distances, above), at(this.#nodes, above))
      hole = above
    }
    this.#put(hole, distance, node)
  }

  pop(): number | undefined {
    const first = this.#nodes[0]
    const distance = this.#distances.pop()
    const node = this.#nodes.pop()
    if (distance === undefined || node === undefined || this.#nodes.length === 0) return first
    let hole = 0
    for (;;) {
      let below = 2 * hole + 1
      if (below >= this.#nodes.length) break
      if (below + 1 < this.#nodes.length && this.#isBefore(at(this.#distances, below + 1), at(this.#nodes, below + 1), below)) below++
      if (this.#isBefore(distance, node, below)) break
      this.#put(hole, at(this.#distances, below), at(this.#nodes, below))
      hole = below
    }
    this.#put(hole, distance, node)
    return first
  }

  #isBefore(distance: number, node: number, place: number): boolean {
    const other = at(this.#distances, place)
    return distance < other || (distance === other && node < at(this.#nodes, place))
  }

  #put(place: number, distance: number, node: number): void {
    this.#distances[place] = distance
    this.#nodes[place] = node
  }
}
