import type { CloseName } from '#shared/protocol/closeCodes.ts'
import { WIRE } from '#shared/protocol/limits.ts'
import { OWN_MACHINE, type Address } from '../auth/addressOf.ts'
import type { Pass } from '../auth/token.ts'
import { ComingPace, pacesOf } from './comingPace.ts'

interface TurnstileOptions {
  /** A whole workshop may sit behind one. */
  readonly socketsPerAddress: number
  /** Whether the operator's own tools may open as many as they like; not when a proxy on this machine speaks for everybody. */
  readonly isOwnMachineFree: boolean
}

/** One socket, from its handshake to its end. */
interface Visit {
  /** @returns whether its holder keeps to the pace; asked before anything is read for them */
  mayCome(pass: Pass, token: string): boolean
  /**
   * Its holder does not keep to the pace, and is kept waiting: then it stands in nobody's way at the door.
   * @returns `false` when as many of its holder wait already as may be inside
   */
  isHeldUp(pass: Pass, token: string): boolean
  /** Counts it as one that has come in. @returns why it cannot, when there are too many already */
  letIn(pass: Pass, token: string): CloseName | undefined
  /** It is gone, whether it had come in or not. */
  leave(): void
}

/** Counts who is at the door, who is inside and how often they come, so that nobody takes up all the room there is. */
export class Turnstile {
  readonly #options: TurnstileOptions
  readonly #waiting = new Tally()
  readonly #inside = new Tally()
  readonly #heldUp = new Tally()
  readonly #pace = new ComingPace()

  constructor(options: TurnstileOptions) {
    this.#options = options
  }

  /** @returns `undefined` when too many of this address wait at the door already */
  arrive(address: Address): Visit | undefined {
    const isFree = this.#options.isOwnMachineFree && address === OWN_MACHINE
    if (!isFree && this.#waiting.of(address) >= WIRE.handshakesPerAddress) return undefined
    this.#waiting.add(address, 1)
    let leave = (): void => this.#waiting.add(address, -1)
    const pacesFor = (pass: Pass, token: string) => (isFree ? [] : pacesOf(holderOf(pass, token), address, this.#options.socketsPerAddress))
    return {
      mayCome: (pass, token) => this.#pace.hasRoom(pacesFor(pass, token), Date.now()),
      isHeldUp: (pass, token) => {
        const holder = holderOf(pass, token)
        if (this.#heldUp.of(holder) >= WIRE.socketsPerPerson) return false
        leave()
        this.#heldUp.add(holder, 1)
        leave = () => this.#heldUp.add(holder, -1)
        return true
      },
      letIn: (pass, token) => {
        const places = this.#placesFor(pass, address, isFree)
        const full = places.find(({ name, most }) => this.#inside.of(name) >= most)
        if (full) return full.why
        leave()
        this.#pace.count(pacesFor(pass, token), Date.now())
        for (const { name } of places) this.#inside.add(name, 1)
        leave = () => places.forEach(({ name }) => this.#inside.add(name, -1))
        return undefined
      },
      leave: () => {
        leave()
        leave = () => undefined
      },
    }
  }

  /** Where somebody takes up a place, and how many places there are. */
  #placesFor({ wall, role, participant }: Pass, address: Address, isFree: boolean): readonly Place[] {
    const places: Place[] = [{ name: `wall ${wall}`, most: WIRE.socketsPerWall, why: 'wallFull' }]
    if (role !== 'viewer') places.push({ name: `writers ${wall}`, most: WIRE.writersPerWall, why: 'wallFull' })
    if (isFree) return places
    places.push({ name: `address ${address}`, most: this.#options.socketsPerAddress, why: 'addressFull' })
    if (participant !== undefined) places.push({ name: `person ${wall} ${participant}`, most: WIRE.socketsPerPerson, why: 'personFull' })
    return places
  }
}

interface Place {
  readonly name: string
  readonly most: number
  readonly why: CloseName
}

/** Viewers are nobody in particular: their token stands for one page. */
const holderOf = ({ wall, participant }: Pass, token: string): string => (participant === undefined ? token : `${wall} ${participant}`)

/** Counts by name; what is at 0 is forgotten. */
class Tally {
  readonly #counts = new Map<string, number>()

  of(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  add(name: string, change: 1 | -1): void {
    const count = this.of(name) + change
    if (count > 0) this.#counts.set(name, count)
    else this.#counts.delete(name)
  }
}
