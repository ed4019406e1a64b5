import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { CloseName } from '#shared/protocol/closeCodes.ts'
import type { WallId } from '#shared/wall/ids.ts'
import type { Meters } from '../observe/meters.ts'
import type { Damage, Store } from '../storage/store.ts'
import { frameOf } from './frame.ts'
import { loadDoc, type LoadedDoc } from './loadDoc.ts'
import { History } from './history.ts'
import { Intake } from './intake.ts'
import { ClientIds } from './judge/clientIds.ts'
import type { LogSize } from './logSize.ts'
import type { Member } from './member.ts'
import { PresenceBoard } from './presence.ts'
import type { Timing } from './timing.ts'
import { writeAnswer, writeAsk, writeUpdate, type ClientMessage } from './wire.ts'

export interface RoomOptions {
  readonly wall: WallId
  readonly store: Store
  readonly log: Logger
  readonly timing: Timing
  readonly meters: Meters
}

/**
 * One wall's document while anybody is in. What members say waits for the tick, and a tick does one thing after the
 * other: apply, commit, broadcast, answer. So nobody ever hears of what is not on the disk, and a question is answered
 * only when all that its sender said before is.
 */
export class Room {
  readonly #options: RoomOptions
  readonly #members = new Set<Member>()
  readonly #presence: PresenceBoard
  /** What of the wall could not be read from storage and was set aside. */
  readonly damage: readonly Damage[]
  #doc: Y.Doc
  readonly #logSize: LogSize
  /** State vector of what is committed. */
  #committed: Uint8Array
  /** Its number in storage. */
  #seq: number

  /** The versions of this wall. */
  readonly history: History
  readonly #intake: Intake
  /** Applied here and not yet committed; outlives a tick only while commits fail. */
  #unsaved: Uint8Array[] = []
  readonly #unsavedFrom = new Set<Member>()
  /** Who waits to hear that the server's own edits are committed. */
  #whenCommitted: (() => void)[] = []
  readonly #newcomers = new Set<Member>()
  /** Who asked for what they lack: their state vectors. A later question includes the one before. */
  readonly #questions = new Map<Member, Uint8Array>()
  /** The whole document as an answer, shared by all who join before it changes. */
  #wholeAnswer: Uint8Array | undefined

  #tickTimer: NodeJS.Timeout | undefined
  #ticking: Promise<void> | undefined
  /** Unknown before the first one. */
  #lastTickMs = Infinity
  #hasNews = false
  #failedCommits = 0
  #isClosed = false

  static async load(options: RoomOptions): Promise<Room> {
    const { store, wall, log } = options
    return new Room(options, await loadDoc(store, wall, log), await ClientIds.load(store, wall))
  }

  private constructor(options: RoomOptions, { doc, seq, log: logSize, damage }: LoadedDoc, ids: ClientIds) {
    this.#options = options
    this.#presence = new PresenceBoard({
      send: (message) => {
        const frame = frameOf(message)
        for (const member of this.#members) member.sendPresence(frame)
      },
      delayMs: () => Math.min(50, this.#members.size / 2),
      holderOf: (client) => ids.holderOf(client),
      reserve: (client, person) => ids.reserve(client, person),
    })
    this.#intake = new Intake(ids)
    this.#doc = doc
    this.#seq = seq
    this.damage = damage
    this.#logSize = logSize
    this.history = new History(options, () => this.#doc)
    this.#committed = Y.encodeStateVector(doc)
    this.#follow(doc)
  }

  get members(): ReadonlySet<Member> {
    return this.#members
  }

  /** The document as it stands, to read from. */
  get doc(): Y.Doc {
    return this.#doc
  }

  /** Whether storage refuses what was written here. */
  get isUnsaved(): boolean {
    return this.#failedCommits > 0
  }

  enter(member: Member): void {
    this.#members.add(member)
    this.#newcomers.add(member)
    this.#wake()
  }

  leave(member: Member): void {
    this.#members.delete(member)
    this.#newcomers.delete(member)
    this.#questions.delete(member)
    this.#intake.leave(member)
    this.#presence.leave(member)
  }

  hear(member: Member, message: ClientMessage): void {
    if (message.type === 'ask') {
      this.#questions.set(member, message.stateVector)
      this.#wake()
    } else if (message.type === 'askPresence') {
      const everybody = this.#presence.everybody()
      if (everybody) member.sendPresence(frameOf(everybody))
    } else if (!member.canWrite) {
      return // not an offence: a viewer's provider answers our question and shows itself like any other
    } else if (message.type === 'update') {
      this.#intake.receive(member, message.incoming, message.isAnswer)
      this.#wake()
    } else {
      this.#presence.announce(member, message.entries)
    }
  }

  /** Changes the document as the server: in its turn, and passed on like everything else once it is committed. */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    this.#intake.edit(change)
    this.#wake()
    return new Promise((resolve) => this.#whenCommitted.push(resolve))
  }

  /**
   * Takes in what has arrived, commits it and tidies the log. From then on the room does nothing by itself.
   * @throws when storage refuses; then the room stays open and goes on trying
   */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#tickTimer)
    this.#tickTimer = undefined
    await this.#ticking
    try {
      await this.#apply()
      await this.#commit()
    } catch (error) {
      this.#isClosed = false
      this.#failedCommits++
      this.#tickAgain()
      throw error
    }
    this.#presence.stop()
    await this.history.close()
    if (this.#logSize.isWorthClosing && !hasPendingStructs(this.#doc)) await this.#tryCompact()
  }

  dismiss(why: CloseName, whom: (member: Member) => boolean): void {
    for (const member of this.#members) if (whom(member)) member.close(why)
  }

  #wake(): void {
    this.#hasNews = true
    const { tickMs, tickMsPerClient, tickRest } = this.#options.timing
    this.#tickIn(Math.min(tickMs, tickMsPerClient * this.#members.size, tickRest * this.#lastTickMs))
  }

  #tickIn(ms: number): void {
    if (this.#tickTimer || this.#ticking || this.#isClosed) return
    this.#tickTimer = setTimeout(() => {
      this.#tickTimer = undefined
      const start = performance.now()
      this.#ticking = this.#tick().finally(() => {
        this.#lastTickMs = performance.now() - start
        this.#options.meters.tickTook(this.#lastTickMs)
        this.#ticking = undefined
        this.#tickAgain()
      })
    }, ms)
  }

  #tickAgain(): void {
    const { tickMs, retryMs, retryMaxMs } = this.#options.timing
    const someWait = this.#questions.size > 0 || this.#intake.isWaiting || [...this.#members].some(({ behindSince }) => behindSince !== undefined)
    if (this.#failedCommits > 0) this.#tickIn(Math.min(retryMaxMs, retryMs * 2 ** (this.#failedCommits - 1)))
    else if (this.#hasNews) this.#wake()
    else if (someWait) this.#tickIn(tickMs)
  }

  async #tick(): Promise<void> {
    this.#hasNews = false
    const before = this.#committed
    const saved = await this.#tryCommit()
    if (saved) {
      const frame = frameOf(writeUpdate(saved))
      for (const member of this.#members) member.sendUpdate(frame, before)
    }
    this.#welcome()
    await this.#answer()
    this.#catchUp()
    if (this.#logSize.isDue && this.#unsaved.length === 0 && !hasPendingStructs(this.#doc)) await this.#tryCompact()
  }

  /**
   * Brings into the document what arrived and may be there.
   * @throws when storage refuses a claim: then all of it waits
   */
  async #apply(): Promise<void> {
    await this.#intake.claim(this.#doc)
    for (const { from, apply } of this.#intake.accepted(this.#doc, this.#logSize.isFull)) {
      const count = this.#unsaved.length
      try {
        apply(this.#doc)
      } catch (error) {
        this.#tell(error, 'an update could not be applied; its sender was disconnected')
        from?.close('badMessage')
        this.#unsaved.length = count
        await this.#rebuild()
        return // what is left was judged by the old document; it is asked for again
      }
      if (from && this.#unsaved.length > count) this.#unsavedFrom.add(from)
    }
  }

  /** The document anew, from what is known to be good: a failed update may have left half of itself in the old one. */
  async #rebuild(): Promise<void> {
    try {
      const { doc } = await loadDoc(this.#options.store, this.#options.wall, this.#options.log)
      for (const update of this.#unsaved) Y.applyUpdate(doc, update)
      this.#doc.off('update', this.#onUpdate)
      this.#doc = doc
      this.#follow(doc)
      // What waited in the old one for a missing part is gone with it: everybody is asked again.
      for (const member of this.#members) this.#newcomers.add(member)
    } catch (error) {
      this.#tell(error, 'the document could not be read again; the one in memory stays')
    }
  }

  #follow(doc: Y.Doc): void {
    this.#wholeAnswer = undefined
    doc.on('update', this.#onUpdate)
  }

  readonly #onUpdate = (update: Uint8Array): void => {
    this.#unsaved.push(update)
    this.#wholeAnswer = undefined
  }

  /** @returns what was committed, as one update; `undefined` when there was nothing */
  async #commit(): Promise<Uint8Array | undefined> {
    if (this.#unsaved.length === 0) return undefined
    const [first, ...more] = this.#unsaved
    const update = first && more.length === 0 ? first : Y.mergeUpdates(this.#unsaved)
    this.#unsaved = [update]
    this.#seq = await this.#options.store.append(this.#options.wall, update)
    this.#unsaved = []
    this.#unsavedFrom.clear()
    for (const tell of this.#whenCommitted.splice(0)) tell()
    this.history.committed()
    this.#logSize.add(update.length)
    this.#committed = Y.encodeStateVector(this.#doc)
    return update
  }

  /** Applies and commits. @returns what was committed, as one update */
  async #tryCommit(): Promise<Uint8Array | undefined> {
    try {
      await this.#apply()
      const saved = await this.#commit()
      if (this.#failedCommits > 0) this.#options.log.info({ wall: this.#options.wall }, 'saved again')
      this.#failedCommits = 0
      return saved
    } catch (error) {
      if (this.#failedCommits++ === 0) this.#tell(error, 'not saved: storage refuses; edits wait in memory and are tried again')
      return undefined
    }
  }

  async #compact(): Promise<void> {
    const state = Y.encodeStateAsUpdate(this.#doc)
    await this.#options.store.compact(this.#options.wall, state, this.#seq)
    this.#logSize.compacted(state.length)
  }

  async #tryCompact(): Promise<void> {
    try {
      await this.#compact()
    } catch (error) {
      this.#logSize.putOff()
      this.#tell(error, 'no snapshot: storage refuses; the log of updates grows on')
    }
  }

  /** Asks those who came in for what we lack. The question also tells them what is saved, so it speaks of that alone. */
  #welcome(): void {
    for (const member of this.#intake.takeAsks(Date.now())) this.#newcomers.add(member)
    if (this.#newcomers.size === 0) return
    const ask = writeAsk(this.#committed)
    const everybody = this.#presence.everybody()
    const frame = everybody && frameOf(everybody)
    for (const member of this.#newcomers) {
      member.send(ask)
      if (frame) member.sendPresence(frame)
    }
    this.#newcomers.clear()
  }

  async #answer(): Promise<void> {
    const isSaved = this.#unsaved.length === 0
    // Whoever still waits for their own edits waits for the answer too: it would say that they are saved.
    const mayHear = (member: Member): boolean => member.hasCaughtUp && (isSaved || !this.#unsavedFrom.has(member))
    const answered = [...this.#questions].filter(([member]) => mayHear(member))
    if (answered.length === 0) return
    const doc = isSaved ? this.#doc : await this.#committedDoc()
    if (!doc) return
    for (const [member, stateVector] of answered) {
      const hasNothing = stateVector.length === 1
      member.send(isSaved && hasNothing ? this.#answerWithAll() : writeAnswer(Y.encodeStateAsUpdate(doc, stateVector)))
      if (this.#questions.get(member) === stateVector) this.#questions.delete(member)
    }
  }

  #answerWithAll(): Uint8Array {
    return (this.#wholeAnswer ??= writeAnswer(Y.encodeStateAsUpdate(this.#doc)))
  }

  /** While commits fail, the document here is ahead of the disk; what is on the disk can still be read and shown. */
  async #committedDoc(): Promise<Y.Doc | undefined> {
    try {
      return (await loadDoc(this.#options.store, this.#options.wall, this.#options.log)).doc
    } catch {
      return undefined // told already, when the commit failed
    }
  }

  /** One diff for each member that was too slow for single updates and has read everything since. */
  #catchUp(): void {
    if (this.#unsaved.length > 0) return
    for (const member of this.#members) {
      if (!member.behindSince || !member.hasCaughtUp) continue
      member.send(writeUpdate(Y.encodeStateAsUpdate(this.#doc, member.behindSince)))
      member.behindSince = undefined
    }
  }

  #tell(error: unknown, message: string): void {
    this.#options.log.error({ wall: this.#options.wall, err: error }, message)
  }
}

const hasPendingStructs = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null
