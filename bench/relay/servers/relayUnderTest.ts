import type { Invitation } from '../crowd/visit.ts'

export const SERVERS = ['pollinate', 'hocuspocus', 'websocket-server'] as const
export type ServerName = (typeof SERVERS)[number]

export interface WallUnderTest {
  /** Lets so many people in; each has an invitation of their own. */
  invite(role: 'participant' | 'viewer', count: number): Promise<Invitation[]>
}

/** A server as a process of its own, with a folder of its own. */
export interface RelayUnderTest {
  readonly pid: number
  /** Megabytes of heap and of buffers outside it, after a forced collection. Only if started with `isInspected`. */
  heapMb(): Promise<number>
  makeWall(): Promise<WallUnderTest>
  /** Ends it, and deletes its folder. */
  close(): Promise<void>
}

export interface StartOptions {
  readonly isInspected: boolean
}
