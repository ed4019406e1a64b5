import * as Y from 'yjs'
import { WIRE } from '#shared/protocol/limits.ts'
import { Bucket } from './bucket.ts'
import { framesOf } from './frames.ts'
import type { Ledger } from './ledger.ts'
import type { Member } from './member.ts'
import type { PresenceBoard } from './presence.ts'
import { writeAnswer, writeAsk, writeUpdate } from './wire.ts'

/**
 * Who is in a room, and what each of them is still to be told. They hear of nothing that is not on the disk, and a question is
 * answered only when all that its sender said before is.
 */
export class Audience {
  readonly #ledger: Ledger
  readonly #presence: PresenceBoard
  readonly #members = new Set<Member>()
  /** Who came in since the store was last asked for what others have committed. */
  readonly #arriving = new Set<Member>()
  readonly #newcomers = new Set<Member>()
  readonly #unsavedFrom = new Set<Member>()
  /** Who asked for what they lack: their state vectors. A later question includes the one before. */
  readonly #questions = new Map<Member, Uint8Array>()
  /** What each has been answered of late: a question of a few bytes costs the making of a whole wall. */
  readonly #answered = new WeakMap<Member, Bucket>()
  /** Frames by their update: all who join before the document changes get one and the same. */
  readonly #answers = new WeakMap<Uint8Array, Uint8Array>()

  constructor(ledger: Ledger, presence: PresenceBoard) {
    this.#ledger = ledger
    this.#presence = presence
  }

  get members(): ReadonlySet<Member> {
    return this.#members
  }

  /** Whether somebody has asked, or lags behind: there is something to be said as soon as they have read what they were sent. */
  get isWaiting(): boolean {
    return this.#questions.size > 0 || [...this.#members].some(({ behindSince }) => behindSince !== undefined)
  }

  enter(member: Member): void {
    this.#members.add(member)
    this.#arriving.add(member)
  }

  leave(member: Member): void {
    this.#members.delete(member)
    this.#arriving.delete(member)
    this.#newcomers.delete(member)
    this.#questions.delete(member)
  }

  ask(member: Member, stateVector: Uint8Array): void {
    this.#questions.set(member, stateVector)
  }

  /** Lets in who had arrived before what others have committed was read. */
  async admitAfter(reading: () => Promise<unknown>): Promise<void> {
    const arriving = [...this.#arriving]
    await reading()
    for (const member of arriving) if (this.#arriving.delete(member)) this.#newcomers.add(member)
  }

  /** They are asked for what we lack once more, as if they had just come in. */
  greetAgain(members: Iterable<Member>): void {
    for (const member of members) this.#newcomers.add(member)
  }

  /** What they wrote is in the document, and not yet on the disk. */
  wrote(member: Member): void {
    this.#unsavedFrom.add(member)
  }

  /** All that was written is on the disk. */
  saved(): void {
    this.#unsavedFrom.clear()
  }

  /**
   * All that there is to tell, in this order: what is new, questions of ours, answers to theirs, and one diff for whoever lagged behind.
   * @param isHeld whether something that a member said is not in the document yet
   */
  async tell(isHeld: (member: Member) => boolean): Promise<void> {
    this.#tellNews()
    this.#welcome()
    await this.#answer(isHeld)
    this.#catchUp()
  }

  #tellNews(): void {
    this.#ledger.tellNews((update, before) => {
      const message = writeUpdate(update)
      const changes = this.#presence.takeChanges()
      const alone = framesOf(message)
      const withPresence = changes ? framesOf(message, changes) : alone
      for (const member of this.#members) member.sendUpdate(alone, withPresence, before)
    })
  }

  /** Asks those who came in for what we lack. The question also tells them what is saved, so it speaks of that alone. */
  #welcome(): void {
    if (this.#newcomers.size === 0) return
    const ask = writeAsk(this.#ledger.committed)
    const everybody = this.#presence.everybody()
    const presence = everybody && framesOf(everybody)
    for (const member of this.#newcomers) {
      member.send(ask)
      if (presence) member.sendPresence(presence)
    }
    this.#newcomers.clear()
  }

  async #answer(isHeld: (member: Member) => boolean): Promise<void> {
    const { isSaved } = this.#ledger
    // Whoever still waits for their own edits waits for the answer too: it would say that they are saved.
    const mayHear = (member: Member): boolean =>
      member.hasCaughtUp && this.#answersOf(member).take(0, Date.now()) === 0 && !this.#arriving.has(member) && !isHeld(member) && (isSaved || !this.#unsavedFrom.has(member))
    const answered = [...this.#questions].filter(([member]) => mayHear(member))
    if (answered.length === 0) return
    const doc = isSaved ? undefined : await this.#ledger.committedDoc()
    if (!isSaved && !doc) return
    for (const [member, stateVector] of answered) {
      const answer = this.#answerWith(doc ? Y.encodeStateAsUpdate(doc, stateVector) : this.#ledger.missing(stateVector))
      member.send(answer)
      this.#answersOf(member).take(answer.length, Date.now())
      if (this.#questions.get(member) === stateVector) this.#questions.delete(member)
    }
  }

  /** No more than they may say in the same time; what is asked too early is answered later. */
  #answersOf(member: Member): Bucket {
    const answers = this.#answered.get(member) ?? new Bucket(WIRE.bytesPerSecond, WIRE.bytesAtOnce, Date.now())
    this.#answered.set(member, answers)
    return answers
  }

  #answerWith(update: Uint8Array): Uint8Array {
    const frame = this.#answers.get(update) ?? writeAnswer(update)
    this.#answers.set(update, frame)
    return frame
  }

  /** One diff for each member that was too slow for single updates and has read everything since. */
  #catchUp(): void {
    if (!this.#ledger.isSaved) return
    for (const member of this.#members) {
      if (!member.behindSince || !member.hasCaughtUp) continue
      member.send(writeUpdate(this.#ledger.missing(member.behindSince)))
      member.behindSince = undefined
    }
  }
}
