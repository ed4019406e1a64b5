import * as Y from 'yjs'

interface Range {
  readonly start: number
  readonly end: number
}
interface Waiting {
  /** How many edits stand behind this entry. */
  readonly edits: number
  /** When they were made, or found on this device. */
  readonly since: number
  /** First clock of each client id that the server must have passed. */
  readonly until: ReadonlyMap<number, number>
  /** Deletions of each client id's structs that no message of the server has shown yet. */
  deletes: Map<number, Range[]>
}

export interface SaveTracker {
  /** An edit made here. */
  sent(update: Uint8Array): void
  /** All that this device holds, when it was closed with so many edits waiting. */
  resumed(doc: Y.Doc, edits: number): void
  /** The server's state vector (sync step 1): all of this is stored. */
  serverHas(stateVector: Uint8Array): void
  /** An update from the server (step 2 or a broadcast): it stores before it sends, so all of this is stored. */
  serverSent(update: Uint8Array): void
  /** The server said anything at all: it is there, and so is the line. */
  heard(): void
  /** From now on the server can take what waits: the line is open, and so is the wall. */
  startsTaking(): void
  /** Edits made here that the server has not shown to be stored. */
  readonly waiting: number
  /** The server goes on speaking, and has not stored what it was sent long ago. */
  readonly isStuck: boolean
}

/** A server that can write has stored an edit long before. */
const STUCK_MS = 10_000

/**
 * Knows which of one's own edits are stored on the server, from the plain y-websocket wire: the server commits before
 * it broadcasts and the sender hears its own edit too, so the echo is the receipt. Insertions are told by clocks,
 * deletions by the ranges of the delete set.
 * @param now milliseconds of any clock that only goes on
 */
export function createSaveTracker(now: () => number): SaveTracker {
  const known = new Map<number, number>()
  let queue: Waiting[] = []
  let heardAt = -Infinity
  let takesSince = -Infinity

  const settle = (): void => {
    queue = queue.filter(
      ({ until, deletes }) =>
        deletes.size > 0 || [...until].some(([client, clock]) => (known.get(client) ?? 0) < clock),
    )
  }
  const learn = (clocks: ReadonlyMap<number, number>): void => {
    for (const [client, clock] of clocks) known.set(client, Math.max(clock, known.get(client) ?? 0))
  }

  return {
    sent(update) {
      queue.push({ edits: 1, since: now(), until: Y.parseUpdateMeta(update).to, deletes: deletesOf(update) })
    },
    resumed(doc, edits) {
      if (edits === 0) return
      const update = Y.encodeStateAsUpdate(doc)
      queue.unshift({ edits, since: now(), until: Y.parseUpdateMeta(update).to, deletes: deletesOf(update) })
      settle() // the server may have spoken before this device's copy was read
    },
    serverHas(stateVector) {
      learn(Y.decodeStateVector(stateVector))
      settle()
    },
    serverSent(update) {
      learn(Y.parseUpdateMeta(update).to)
      if (queue.length === 0) return
      const shown = deletesOf(update)
      for (const entry of queue) entry.deletes = without(entry.deletes, shown)
      settle()
    },
    heard() {
      heardAt = now()
    },
    startsTaking() {
      takesSince = now()
    },
    get waiting() {
      return queue.reduce((sum, { edits }) => sum + edits, 0)
    },
    get isStuck() {
      const [oldest] = queue
      return oldest !== undefined && heardAt - Math.max(oldest.since, takesSince) >= STUCK_MS
    },
  }
}

function deletesOf(update: Uint8Array): Map<number, Range[]> {
  const deletes = new Map<number, Range[]>()
  for (const [client, items] of Y.decodeUpdate(update).ds.clients) {
    deletes.set(client, items.map(({ clock, len }) => ({ start: clock, end: clock + len })))
  }
  return deletes
}

function without(deletes: Map<number, Range[]>, shown: ReadonlyMap<number, readonly Range[]>): Map<number, Range[]> {
  const left = new Map<number, Range[]>()
  for (const [client, ranges] of deletes) {
    const rest = (shown.get(client) ?? []).reduce<Range[]>((open, cut) => open.flatMap((range) => cutOut(range, cut)), ranges)
    if (rest.length > 0) left.set(client, rest)
  }
  return left
}

function cutOut(range: Range, cut: Range): Range[] {
  if (cut.end <= range.start || cut.start >= range.end) return [range]
  const parts = [
    { start: range.start, end: cut.start },
    { start: cut.end, end: range.end },
  ]
  return parts.filter(({ start, end }) => start < end)
}
