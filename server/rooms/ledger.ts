import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import type { Damage, Store } from '../storage/store.ts'
import { WallGone } from '../storage/wallGone.ts'
import { Clocks } from './clocks.ts'
import { Follower } from './follower.ts'
import { loadDoc, type LoadedDoc } from './loadDoc.ts'
import type { LogSize } from './logSize.ts'

export interface LedgerOptions {
  readonly wall: WallId
  readonly store: Store
  readonly log: Logger
}

/** The origin of what other servers have committed. */
const OTHERS = Symbol('other servers')

/** A wall's document, and how it stands to storage: what is committed, what is not yet, and what others have committed. */
export class Ledger {
  readonly #options: LedgerOptions
  /** Knows up to which number the document is in order, and brings what comes next. */
  readonly follower: Follower
  /** What of the wall could not be read from storage and was set aside. */
  readonly damage: readonly Damage[]
  readonly #logSize: LogSize
  readonly #committed: Clocks
  /** Of all that was told. */
  readonly #told: Clocks
  #doc: Y.Doc
  /** Applied here and not yet committed; outlives a tick only while commits fail. */
  #unsaved: Uint8Array[] = []
  /** Committed, here or elsewhere, and not yet told. */
  #untold: Uint8Array[] = []
  /** The whole document as an update, shared by all who join before it changes. */
  #whole: Uint8Array | undefined
  /** Who waits for the past to be dropped. */
  #whenDropped: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = []

  /** @throws when storage cannot be read */
  static async open(options: LedgerOptions): Promise<Ledger> {
    return new Ledger(options, await loadDoc(options.store, options.wall, options.log))
  }

  private constructor(options: LedgerOptions, { doc, seq, log: logSize, damage }: LoadedDoc) {
    this.#options = options
    this.#doc = doc
    this.#logSize = logSize
    this.damage = damage
    this.#committed = new Clocks(doc)
    this.#told = new Clocks(doc)
    this.follower = new Follower(options.store, options.wall, seq)
    doc.on('update', this.#onUpdate)
  }

  /** The document as it stands; another one after a change that broke it. */
  get doc(): Y.Doc {
    return this.#doc
  }

  /** State vector of what is committed. */
  get committed(): Uint8Array {
    return this.#committed.encode()
  }

  get isSaved(): boolean {
    return this.#unsaved.length === 0
  }

  /** Whether the document has grown as large as it may. */
  get isFull(): boolean {
    return this.#logSize.isFull
  }

  /**
   * @returns whether the document is another one now
   * @throws what the change threw; then the document was read anew, for half of the change may have been in it
   */
  async change(change: (doc: Y.Doc) => void): Promise<boolean> {
    const count = this.#unsaved.length
    try {
      change(this.#doc)
    } catch (error) {
      this.#unsaved.length = count
      await this.#rebuild()
      throw error
    }
    return this.#unsaved.length > count
  }

  /**
   * Brings in what other servers have committed: it was judged there, so it is neither judged nor stored again.
   * @throws when storage cannot be read
   */
  async readOthers(): Promise<void> {
    const taken = (await this.follower.take()) ?? [await this.#readAnew()]
    for (const update of taken) {
      Y.applyUpdate(this.#doc, update, OTHERS)
      this.#logSize.add(update.length)
      this.#untold.push(update)
      this.#committed.add(update)
    }
  }

  /**
   * @returns what was committed, as one update with its number; `undefined` when there was nothing
   * @throws when storage refuses; it all waits
   */
  async commit(): Promise<{ seq: number; update: Uint8Array } | undefined> {
    if (this.isSaved) return undefined
    const update = merged(this.#unsaved)
    this.#unsaved = [update]
    const seq = await this.#options.store.append(this.#options.wall, update)
    this.follower.committed(seq)
    this.#unsaved = []
    this.#untold.push(update)
    this.#logSize.add(update.length)
    this.#committed.add(update)
    return { seq, update }
  }

  /** Lets go of what is not saved: there is no wall any more to save it to. */
  abandon(): void {
    this.#unsaved = []
    for (const { reject } of this.#whenDropped.splice(0)) reject(new WallGone(this.#options.wall))
  }

  /** Has what is committed and was not told yet told now; `before` gives the state vector of all that was told earlier. */
  tellNews(tell: (update: Uint8Array, before: () => Uint8Array) => void): void {
    if (this.#untold.length === 0) return
    const update = merged(this.#untold)
    this.#untold = []
    tell(update, () => this.#told.encode())
    this.#told.add(update)
  }

  /** What somebody with this state vector lacks. */
  missing(stateVector: Uint8Array): Uint8Array {
    const hasNothing = stateVector.length === 1
    return hasNothing ? (this.#whole ??= Y.encodeStateAsUpdate(this.#doc)) : Y.encodeStateAsUpdate(this.#doc, stateVector)
  }

  /** While commits fail, the document here is ahead of the disk; what is on the disk can still be read and shown. */
  async committedDoc(): Promise<Y.Doc | undefined> {
    if (this.isSaved) return this.#doc
    try {
      return (await this.#load()).doc
    } catch {
      return undefined // told already, when the commit failed
    }
  }

  /** Puts a snapshot in the place of a log that has become long. */
  async tidy(): Promise<void> {
    if (this.#logSize.isDue || this.#whenDropped.length > 0) await this.#compact()
  }

  /**
   * From the next tidying on storage holds of this document only what stands in it, and nothing of how it came to that.
   * @throws when storage refuses
   */
  dropPast(): Promise<void> {
    return new Promise((resolve, reject) => this.#whenDropped.push({ resolve, reject }))
  }

  /** Leaves storage so that the next opening is quick. */
  async tidyAtTheEnd(): Promise<void> {
    if (this.#logSize.isWorthClosing || this.#whenDropped.length > 0) await this.#compact()
  }

  async #compact(): Promise<void> {
    if (!this.isSaved) return
    const waiting = this.#whenDropped.splice(0)
    if (hasPendingStructs(this.#doc)) {
      for (const { reject } of waiting) reject(new Error('Something is missing before the log can become a snapshot.'))
      return
    }
    try {
      const state = Y.encodeStateAsUpdate(this.#doc)
      await this.#options.store.compact(this.#options.wall, state, this.follower.seq)
      this.#logSize.compacted(state.length)
      for (const { resolve } of waiting) resolve()
    } catch (error) {
      for (const { reject } of waiting) reject(error)
      if (error instanceof WallGone) return
      this.#logSize.putOff()
      this.#tell(error, 'no snapshot: storage refuses; the log of updates grows on')
    }
  }

  #load(): Promise<LoadedDoc> {
    const { store, wall, log } = this.#options
    return loadDoc(store, wall, log)
  }

  /** All that is committed and not here, when the updates one by one are no longer there. */
  async #readAnew(): Promise<Uint8Array> {
    const { doc, seq } = await this.#load()
    this.follower.reloaded(seq)
    return Y.encodeStateAsUpdate(doc, this.committed)
  }

  /** The document anew, from what is known to be good. */
  async #rebuild(): Promise<void> {
    try {
      const { doc } = await this.#load()
      for (const update of this.#unsaved) Y.applyUpdate(doc, update)
      this.#doc.off('update', this.#onUpdate)
      this.#doc = doc
      this.#whole = undefined
      doc.on('update', this.#onUpdate)
    } catch (error) {
      this.#tell(error, 'the document could not be read again; the one in memory stays')
    }
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== OTHERS) this.#unsaved.push(update)
    this.#whole = undefined
  }

  #tell(error: unknown, message: string): void {
    this.#options.log.error({ wall: this.#options.wall, err: error }, message)
  }
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [first, ...more] = updates
  return first && more.length === 0 ? first : Y.mergeUpdates([...updates])
}

const hasPendingStructs = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null
