import * as Y from 'yjs'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { readSettings } from '#shared/wall/readWall.ts'
import { ROOT } from '#shared/wall/schema.ts'
import type { ClientOwner } from '../storage/store.ts'
import type { ClientIds } from './judge/clientIds.ts'
import { decodeUpdate, type Incoming } from './judge/decodeUpdate.ts'
import type { Bench, Verdict } from './judge/draft.ts'
import { judgeUpdate } from './judge/judgeUpdate.ts'
import { rootsOf } from './judge/locate.ts'
import { Neutralised } from './judge/neutralised.ts'
import type { Member } from './member.ts'
import { WorkShare } from './workShare.ts'

interface FromMember {
  readonly from: Member
  readonly person: ParticipantId
  readonly incoming: Incoming
  /** It answers our question: all that its sender has and we lack. */
  readonly isAnswer: boolean
}
/** The server's own word: it is not judged. */
interface FromServer {
  readonly from: undefined
  readonly change: (doc: Y.Doc) => void
}

/** What may go into the document now, and who brought it. */
export interface Accepted {
  readonly from: Member | undefined
  readonly apply: (doc: Y.Doc) => void
}

/** New client ids of one person in one tick. A device that was away for long has as many as its page was opened: the rest have their turn later. */
const MOST_NEW_IDS = 200
/** Reading, judging and applying one: 1 µs for a letter that stands among others like it, up to 9 for a part of a new note. */
const STEPS_OF_STRUCT = 4
/** A new client id is stored before anything of it is judged: a line in a table, kept for good. */
const STEPS_OF_CLAIM = 1000
/** Steps of a person of late. Who types is far below, also on a device that has just come; so many take some milliseconds. */
const LIGHT_STEPS = 5 * STEPS_OF_CLAIM
/** So long a tick goes on with what those have brought who make much work. At least one of it is taken in. */
const MUCH_WORK_MS = 5
/** Between two questions to the same member for what lies between, or could not all be taken at once. */
const ASK_AGAIN_MS = 2000

/** What has arrived for a document and is not in it yet: judged one by one, each against what those before it left. */
export class Intake {
  readonly #ids: ClientIds
  /** Has arrived: it is not looked at before the client ids in it are claimed. */
  readonly #inbox: (FromMember | FromServer)[] = []
  /** May be judged. */
  readonly #claimed: (FromMember | FromServer)[] = []
  #bench: Bench | undefined
  readonly #neutralised = new Neutralised()
  readonly #workShare = new WorkShare()
  /** Whose changes wait on their devices until the wall is opened again. */
  readonly #held = new Set<Member>()
  /** Who has to be asked for what lies between, and not before when. */
  readonly #toAsk = new Map<Member, number>()
  readonly #askedAt = new WeakMap<Member, number>()
  /** Brought more new client ids than are claimed at once: asked for again when those are. */
  readonly #tooManyIds = new WeakSet<FromMember>()

  constructor(ids: ClientIds) {
    this.#ids = ids
  }

  get isWaiting(): boolean {
    return this.isUnread || this.#toAsk.size > 0
  }

  /** Whether there is more than went in at once. */
  get isUnread(): boolean {
    return this.#inbox.length + this.#claimed.length > 0
  }

  /** Whether something that this member said still waits. */
  isHolding(member: Member): boolean {
    return this.#claimed.some(({ from }) => from === member) || this.#inbox.some(({ from }) => from === member)
  }

  /** @returns `false` for bytes that are no update, or none of an honest client */
  receive(from: Member, update: Uint8Array, isAnswer: boolean): boolean {
    const person = from.pass.participant
    if (person === undefined || this.#mustWait(from, person)) return true
    let incoming: Incoming
    try {
      incoming = decodeUpdate(update)
    } catch {
      this.#workShare.spend(person, update.length, Date.now()) // nobody knows how far it was read
      return false // it and Yjs throw at the first byte that does not fit
    }
    this.#workShare.spend(person, incoming.count * STEPS_OF_STRUCT + incoming.parts, Date.now())
    this.#inbox.push({ from, person, incoming, isAnswer })
    return true
  }

  /** The server changes the document itself, in its turn. */
  edit(change: (doc: Y.Doc) => void): void {
    this.#inbox.push({ from: undefined, change })
  }

  leave(member: Member): void {
    this.#held.delete(member)
    this.#toAsk.delete(member)
  }

  /**
   * Claims the client ids that are used for the first time, for those who use them. What arrives while storage writes that down
   * has its turn the next time: judged now, its client ids would be nobody's.
   * @throws when storage refuses: then everything stays where it is
   */
  async claim(doc: Y.Doc): Promise<void> {
    const claims = new Map<number, ClientOwner>()
    const used: number[] = []
    const counts = new Map<ParticipantId, number>()
    const arrived = this.#inbox.length
    for (const item of this.#inbox) {
      if (item.from === undefined) {
        if (!this.#ids.isClaimed(doc.clientID)) claims.set(doc.clientID, 'server')
        continue
      }
      for (const [client] of item.incoming.structs) {
        if (this.#ids.isClaimed(client) || claims.has(client)) continue
        if (Y.getState(doc.store, client) > 0) {
          used.push(client)
          continue
        }
        if (!this.#ids.hasRoomFor(item.person)) continue
        const count = (counts.get(item.person) ?? 0) + 1
        if (count > MOST_NEW_IDS) {
          this.#tooManyIds.add(item)
          continue
        }
        counts.set(item.person, count)
        claims.set(client, item.person)
        this.#workShare.spend(item.person, STEPS_OF_CLAIM, Date.now())
      }
    }
    await this.#ids.lookUp(used)
    await this.#ids.claim(claims)
    this.#claimed.push(...this.#inbox.splice(0, arrived))
  }

  /**
   * What may go in now: of those who make little work everything, and then, for a few milliseconds, of the others; what one person brought in the
   * order in which it came. Each is to be applied before the next one is asked for; what is not asked for, because applying one
   * has failed, stays for the next time.
   */
  *accepted(doc: Y.Doc, isFull: boolean): Generator<Accepted> {
    const judged = new Set<ParticipantId>()
    let lightLeft = this.#lightestFirst()
    const start = performance.now()
    for (let item = this.#claimed.shift(); item; item = this.#claimed.shift()) {
      if (lightLeft-- < 0 && performance.now() - start > MUCH_WORK_MS) {
        this.#putOff([item, ...this.#claimed.splice(0)])
        break
      }
      if (item.from === undefined) {
        yield { from: undefined, apply: item.change }
        continue
      }
      const { from, person, incoming, isAnswer } = item
      if (isFull || (from.pass.role !== 'facilitator' && isLocked(doc))) {
        this.#held.add(from)
        continue
      }
      if (this.#tooManyIds.has(item)) {
        this.#toAsk.set(from, Date.now() + ASK_AGAIN_MS)
        continue
      }
      // The first one is judged in any case, or somebody whose single update is more than a share would wait for ever.
      if (judged.has(person) && this.#mustWait(from, person)) continue
      judged.add(person)
      let verdict: Verdict
      try {
        verdict = judgeUpdate(incoming, this.#benchOf(doc), { role: from.pass.role, person })
      } catch (error) {
        // A mistake of ours must not cost the others what they said in the same tick: it ends as if it could not be applied.
        yield { from, apply: () => { throw error } }
        continue
      }
      const { update, refusals, hasNewOffence, isIncomplete, steps } = verdict
      this.#workShare.spend(person, steps, Date.now())
      // A whole copy also repeats the deletions that were refused before: that is no new offence.
      if (refusals.size > 0) from.refuse(refusals, !isAnswer || hasNewOffence)
      if (isIncomplete) this.#toAsk.set(from, isAnswer ? Date.now() + ASK_AGAIN_MS : (this.#askedAt.get(from) ?? 0) + ASK_AGAIN_MS)
      if (update) yield { from, apply: (target) => Y.applyUpdate(target, update) }
    }
    if (isFull || isLocked(doc)) return
    for (const member of this.#held) this.#toAsk.set(member, 0)
    this.#held.clear()
  }

  /** For the next tick, as far as nobody has made more than their share: each tick would find it to be the first one of theirs. */
  #putOff(items: readonly (FromMember | FromServer)[]): void {
    this.#claimed.push(...items.filter((item) => item.from === undefined || !this.#mustWait(item.from, item.person)))
  }

  /** @returns how much of what waits is to go in at once */
  #lightestFirst(): number {
    // The server's own change comes after all that came before it: of somebody who is erased nothing may follow.
    if (this.#claimed.some(({ from }) => from === undefined)) return this.#claimed.length
    const now = Date.now()
    const stepsOf = new Map<FromMember | FromServer, number>()
    for (const item of this.#claimed) {
      const steps = item.from ? this.#workShare.spent(item.person, now) : 0
      stepsOf.set(item, steps > LIGHT_STEPS ? steps : 0)
    }
    this.#claimed.sort((one, other) => (stepsOf.get(one) ?? 0) - (stepsOf.get(other) ?? 0)) // it keeps the order of what is equal
    return [...stepsOf.values()].filter((steps) => steps === 0).length
  }

  /** Who is to be asked now for all that we lack. */
  takeAsks(now: number): readonly Member[] {
    const due = [...this.#toAsk].filter(([, from]) => from <= now).map(([member]) => member)
    for (const member of due) {
      this.#toAsk.delete(member)
      this.#askedAt.set(member, now)
    }
    return due
  }

  /** Who has made too much work is asked later for all that they have and we lack; until then it is not even looked into. */
  #mustWait(from: Member, person: ParticipantId): boolean {
    const now = Date.now()
    const waitMs = this.#workShare.waitMs(person, now)
    if (waitMs > 0) this.#toAsk.set(from, now + waitMs)
    return waitMs > 0
  }

  /** Anew when the room has read its document again. */
  #benchOf(doc: Y.Doc): Bench {
    if (this.#bench?.doc === doc) return this.#bench
    const holderOf = (client: number): ParticipantId | undefined => this.#ids.holderOf(client)
    return (this.#bench = { doc, roots: rootsOf(doc), neutralised: this.#neutralised, holderOf })
  }
}

const isLocked = (doc: Y.Doc): boolean => doc.getMap(ROOT.settings).has('locked') && readSettings(doc).locked !== undefined
