import * as Y from 'yjs'
import type { CloseName } from '#shared/protocol/closeCodes.ts'
import type { Bus } from '../bus/bus.ts'
import type { Model } from '../model/model.ts'
import type { Meters } from '../observe/meters.ts'
import type { Damage } from '../storage/store.ts'
import { WallGone } from '../storage/wallGone.ts'
import { Audience } from './audience.ts'
import { checkMembers } from './checkMembers.ts'
import { framesOf } from './frames.ts'
import { History } from './history.ts'
import { Intake } from './intake.ts'
import { ClientIds } from './judge/clientIds.ts'
import { LikenessKeeper } from './likenessKeeper.ts'
import { Ledger, type LedgerOptions } from './ledger.ts'
import type { Member } from './member.ts'
import { OtherNodes } from './otherNodes.ts'
import { PresenceBoard } from './presence.ts'
import { Ticks } from './ticks.ts'
import type { Timing } from './timing.ts'
import type { ClientMessage } from './wire.ts'

export interface RoomOptions extends LedgerOptions {
  readonly bus: Bus | undefined
  /** The operator's sentence model. */
  readonly model?: Model | undefined
  readonly timing: Timing
  readonly meters: Meters
}

/** The state vector of who has nothing. */
const NOTHING = new Uint8Array([0])

/**
 * One wall's document while anybody is in. What members say waits for the tick, and a tick does one thing after the
 * other: apply, commit, broadcast, answer. So nobody ever hears of what is not on the disk, and a question is answered
 * only when all that its sender said before is.
 */
export class Room {
  readonly #options: RoomOptions
  readonly #audience: Audience
  /** The versions of this wall. */
  readonly history: History
  readonly #ledger: Ledger
  readonly #presence: PresenceBoard
  readonly #intake: Intake
  readonly #others: OtherNodes | undefined
  readonly #likenesses: LikenessKeeper | undefined
  /** Who waits to hear that the server's own edits are committed. */
  #whenCommitted: (() => void)[] = []
  /** Tells them that it will never be. */
  readonly #whenGone = new Set<() => void>()

  readonly #ticks: Ticks
  #failures = 0
  /** The room is over: the wall was erased, here or by another server. What whoever comes late is told. */
  #gone: CloseName | undefined

  static async load(options: RoomOptions): Promise<Room> {
    return new Room(options, await Ledger.open(options), await ClientIds.load(options.store, options.wall))
  }

  private constructor(options: RoomOptions, ledger: Ledger, ids: ClientIds) {
    this.#options = options
    this.#ledger = ledger
    this.#ticks = new Ticks(options.timing, {
      tick: () => this.#tick(),
      took: (ms) => options.meters.tickTook(ms),
      clients: () => this.members.size,
      isWaiting: () => this.#audience.isWaiting || this.#intake.isWaiting,
      failures: () => this.#failures,
    })
    this.history = new History(options, () => ledger.doc)
    this.#presence = new PresenceBoard({
      send: (message) => {
        const presence = framesOf(message)
        for (const member of this.members) member.sendPresence(presence)
      },
      publish: (entries) => this.#others?.publishPresence(entries),
      delayMs: () => Math.min(options.timing.presenceMs, options.timing.presenceMsPerClient * this.members.size),
      holderOf: (client) => ids.holderOf(client),
      reserve: (client, person) => ids.reserve(client, person),
    })
    this.#audience = new Audience(ledger, this.#presence)
    this.#intake = new Intake(ids)
    this.#others = options.bus && this.#meetOthers(options.bus)
    this.#likenesses = options.model && this.#compareNotes(options.model)
  }

  get members(): ReadonlySet<Member> {
    return this.#audience.members
  }

  /** The document as it stands, to read from. */
  get doc(): Y.Doc {
    return this.#ledger.doc
  }

  /** The whole document as it is on the disk, as one update: one moment of it, however many write. */
  async committedState(): Promise<Uint8Array> {
    if (this.#ledger.isSaved) return this.#ledger.missing(NOTHING)
    const doc = await this.#ledger.committedDoc()
    if (!doc) throw new Error('Storage cannot be read.')
    return Y.encodeStateAsUpdate(doc)
  }

  /** Whether storage refuses what was written here. */
  get isUnsaved(): boolean {
    return this.#failures > 0
  }

  /** What of the wall could not be read from storage and was set aside. */
  get damage(): readonly Damage[] {
    return this.#ledger.damage
  }

  enter(member: Member): void {
    if (this.#gone) {
      member.close(this.#gone)
      return
    }
    this.#audience.enter(member)
    if (this.#others) this.#ledger.follower.doubt() // whoever comes from another server has seen what was committed there
    this.#ticks.wake()
  }

  leave(member: Member): void {
    this.#audience.leave(member)
    this.#intake.leave(member)
    this.#presence.leave(member)
  }

  hear(member: Member, message: ClientMessage): void {
    if (message.type === 'ask') {
      this.#audience.ask(member, message.stateVector)
      this.#ticks.wake()
    } else if (message.type === 'askPresence') {
      const everybody = this.#presence.everybody()
      if (everybody) member.sendPresence(framesOf(everybody))
    } else if (!member.canWrite) {
      return // not an offence: a viewer's provider answers our question and shows itself like any other
    } else if (message.type === 'update') {
      if (this.#intake.receive(member, message.update, message.isAnswer)) this.#ticks.wake()
      else member.close('badMessage')
    } else {
      this.#presence.announce(member, message.entries)
    }
  }

  /**
   * Changes the document as the server: in its turn, and passed on like everything else once it is committed.
   * @throws WallGone when the wall is erased before
   */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => reject(new WallGone(this.#options.wall))
      if (this.#gone) return giveUp()
      this.#whenGone.add(giveUp)
      this.#intake.edit((doc) => {
        change(doc)
        this.#whenCommitted.push(() => {
          this.#whenGone.delete(giveUp)
          resolve()
        })
      })
      this.#ticks.wake()
    })
  }

  /**
   * Has storage forget how the document came to be as it is: what was erased in it is then nowhere in its log.
   * @throws when storage refuses; WallGone when the wall is erased before
   */
  dropPast(): Promise<void> {
    if (this.#gone) return Promise.reject(new WallGone(this.#options.wall))
    const dropped = this.#ledger.dropPast()
    this.#ticks.wake()
    return dropped
  }

  /**
   * Takes in what has arrived, commits it and tidies the log. From then on the room does nothing by itself.
   * @throws when storage refuses; then the room stays open and goes on trying
   */
  async close(): Promise<void> {
    await this.#ticks.stop()
    try {
      if (!this.#gone) {
        do await this.#apply()
        while (this.#intake.isUnread)
        await this.#commit()
      }
      this.#failures = 0
    } catch (error) {
      if (error instanceof WallGone) this.#vanish()
      else {
        this.#failures++
        this.#ticks.goOn()
        throw error
      }
    }
    this.#likenesses?.close()
    this.#presence.stop()
    this.#others?.close()
    await this.history.close()
    await this.#ledger.tidyAtTheEnd()
  }

  /** Sends everybody away from a closed room, and whoever is still on the way in. */
  end(why: CloseName): void {
    this.#letGo(why)
    this.dismiss(why, () => true)
  }

  /** Storage knows nothing of the wall any more: there is nothing left to be saved, or to be told but that. */
  #vanish(): void {
    this.#letGo('busy') // who comes in now asks once more, and is told at the door
    this.#checkMembers()
  }

  #letGo(why: CloseName): void {
    this.#gone = why
    void this.#ticks.stop()
    this.#failures = 0
    this.#ledger.abandon()
    for (const tell of this.#whenGone) tell()
    this.#whenGone.clear()
  }

  #checkMembers(): void {
    checkMembers(this.#options.store, this.members).catch((error: unknown) => this.#tell(error, 'members could not be looked at; it is tried again'))
  }

  dismiss(why: CloseName, whom: (member: Member) => boolean): void {
    for (const member of this.members) if (whom(member)) member.close(why)
  }

  async #tick(): Promise<void> {
    if (await this.#trySave()) {
      this.#audience.greetAgain(this.#intake.takeAsks(Date.now()))
      await this.#audience.tell((member) => this.#intake.isHolding(member))
    }
    await this.#ledger.tidy()
    this.#likenesses?.follow()
  }

  /** @returns whether all that others have committed is here too: only then is there something to be told */
  async #trySave(): Promise<boolean> {
    let isCurrent = false
    try {
      await this.#readOthers()
      isCurrent = true
      await this.#apply()
      await this.#commit()
      isCurrent = false // others may have been faster: what is told is told in the order of the store
      await this.#readOthers()
      if (this.#failures > 0) this.#options.log.info({ wall: this.#options.wall }, 'saved again')
      this.#failures = 0
      return true
    } catch (error) {
      if (error instanceof WallGone) {
        this.#vanish()
        return false
      }
      if (this.#failures++ === 0) this.#tell(error, 'not saved: storage refuses; edits wait in memory and are tried again')
      return isCurrent
    }
  }

  #readOthers(): Promise<void> {
    return this.#audience.admitAfter(() => this.#ledger.readOthers())
  }

  /**
   * Brings into the document what arrived and may be there; a part of it, where some make much work.
   * @throws when storage refuses a claim: then all of it waits
   */
  async #apply(): Promise<void> {
    await this.#intake.claim(this.doc)
    for (const { from, apply } of this.#intake.accepted(this.doc, this.#ledger.isFull)) {
      try {
        if ((await this.#ledger.change(apply)) && from) this.#audience.wrote(from)
      } catch (error) {
        this.#tell(error, 'an update could not be applied; its sender was disconnected')
        from?.close('badMessage')
        // What is left is judged by the document that was read anew. Something may have been lost with the old one: everybody
        // is asked again.
        this.#audience.greetAgain(this.members)
        break
      }
    }
    if (this.#intake.isUnread) this.#ticks.wake()
  }

  async #commit(): Promise<void> {
    const saved = await this.#ledger.commit()
    if (saved) {
      this.#others?.publishUpdate(saved.seq, saved.update)
      this.history.committed()
    }
    this.#audience.saved()
    for (const tell of this.#whenCommitted.splice(0)) tell()
  }

  #meetOthers(bus: Bus): OtherNodes {
    const { wall, timing } = this.#options
    return new OtherNodes({
      bus,
      wall,
      timing,
      presence: () => this.#presence.ofMembers(),
      on: {
        update: (seq, update) => {
          this.#ledger.follower.hear(seq, update)
          this.#ticks.wake()
        },
        doubt: () => {
          this.#ledger.follower.doubt()
          this.#ticks.wake()
        },
        presence: (from, presence) => this.#presence.hear(from, presence),
        silence: (node) => this.#presence.forget(node),
        doors: () => this.#checkMembers(),
      },
    })
  }

  #compareNotes(model: Model): LikenessKeeper {
    const { wall, bus, timing } = this.#options
    return new LikenessKeeper({
      wall,
      model,
      doc: () => this.doc,
      edit: (change) => this.edit(change),
      isChosen: () => bus?.choose(wall) ?? Promise.resolve(true),
      waitMs: timing.likenMs,
      askAgainMs: timing.likenAgainMs,
    })
  }

  #tell(error: unknown, message: string): void {
    this.#options.log.error({ wall: this.#options.wall, err: error }, message)
  }
}
