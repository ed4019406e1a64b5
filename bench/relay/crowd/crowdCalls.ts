import type { Span, TallyData } from './tally.ts'
import type { Invitation } from './visit.ts'

/** One person of the whole crowd, which may be spread over processes. */
export interface Place {
  readonly index: number
  readonly invitation: Invitation
}

export interface Work extends Span {
  readonly startUs: number
  /** How long to listen on after `toUs`. */
  readonly drainMs: number
  /** 0: cursors rest. */
  readonly cursorHz: number
  readonly editEveryMs: number
  readonly edit: 'typing' | 'rewriting'
}

export interface WorkDone extends TallyData {
  /** Measured edits of this crowd. */
  readonly sent: number
  readonly stillOpen: number
  /** Each code once. */
  readonly closeCodes: readonly number[]
  readonly bytesIn: number
  /** Share of the time that this process's event loop was busy: near 1 it measures itself. */
  readonly loopBusy: number
}

export interface Arrivals {
  /** From the first knock until each one had the whole wall. */
  readonly ms: readonly number[]
  readonly bytes: number
  /** Notes in what the first one got. */
  readonly notes: number
}

/** What the bench asks of a crowd in a process of its own. */
export interface CrowdCalls {
  /** Brings people in, who stay. Those without a participant only watch. @returns how many are in */
  enter: (places: readonly Place[]) => Promise<number>
  work: (work: Work) => Promise<WorkDone>
  /** All at once; they leave when the last one has the wall. */
  arriveAtOnce: (invitations: readonly Invitation[]) => Promise<Arrivals>
  /** One person reads no more. */
  stall: (index: number) => Promise<void>
  isOpen: (index: number) => Promise<boolean>
  leave: () => Promise<void>
}

export type CrowdRequest = { [Name in keyof CrowdCalls]: { id: number; name: Name; argument: Parameters<CrowdCalls[Name]>[0] } }[keyof CrowdCalls]
export type CrowdReply = { id: number; result: unknown } | { id: number; error: string }
