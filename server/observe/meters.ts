import type { CloseName } from '#shared/protocol/closeCodes.ts'

/** Why somebody was not served: a close of the relay, or a limit of the HTTP side. A fixed set, so that it can be counted. */
export type RefusalReason = CloseName | 'makerKey' | 'wallsPerHour' | 'requestsPerMinute' | 'wrongKeys'

/** Sums since the start. Plain numbers, added to in place: this is done for every message. */
export interface Traffic {
  messagesIn: number
  bytesIn: number
  messagesOut: number
  bytesOut: number
}

/** What the server counts of its own work. Nothing of it names a wall, a person or an address. */
export interface Meters {
  readonly traffic: Traffic
  tickTook(ms: number): void
  commitTook(ms: number): void
  refused(why: RefusalReason): void
  /** @param code as the socket reports it; the other end may have chosen it */
  closed(code: number): void
}

/** What there is at this moment. */
export interface Census {
  readonly connections: { readonly facilitator: number; readonly participant: number; readonly viewer: number }
  readonly rooms: { readonly loading: number; readonly live: number; readonly idle: number; readonly unloading: number }
  /** Connections that could not take what was sent, and wait for one diff. */
  readonly behind: number
  /** Rooms whose edits storage refuses; they try again. */
  readonly unsaved: number
  /** There are other servers, and they are not heard at once. */
  readonly isBusAway: boolean
}
