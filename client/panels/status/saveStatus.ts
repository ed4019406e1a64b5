import type { SessionState } from '../../session/openSession.ts'

export type SaveStatus =
  | { readonly is: 'connecting' | 'saved' | 'savedNotKept' | 'saving' | 'offline' | 'offlineNotKept' | 'closed' }
  /** `waiting`: own changes that the server does not have. */
  | { readonly is: 'offlineWaiting' | 'offlineNotKeptWaiting' | 'lockedWaiting' | 'lockedNotKeptWaiting'; readonly waiting: number }

interface Known extends Pick<SessionState, 'connection' | 'loaded' | 'waiting' | 'keptHere'> {
  /** The wall is locked for whoever writes here. */
  readonly isLocked: boolean
}

/** Where one's own words are, as it is said in the head of the page. */
export function saveStatus({ connection, loaded, waiting, keptHere, isLocked }: Known): SaveStatus {
  switch (connection.is) {
    case 'closed':
      return { is: 'closed' }
    case 'open':
      if (waiting > 0 && isLocked) return { is: keptHere ? 'lockedWaiting' : 'lockedNotKeptWaiting', waiting }
      if (waiting > 0) return { is: 'saving' }
      return { is: keptHere ? 'saved' : 'savedNotKept' }
    case 'connecting':
      if (!loaded || waiting === 0) return { is: 'connecting' }
      return offline(waiting, keptHere)
    case 'offline':
      return offline(waiting, keptHere)
  }
}

const NO_ROOM = ['wallFull', 'addressFull', 'personFull'] as const

/** Why the server has no place for this page now. It asks again by itself, but it may last, and a person can do something. */
export function whyNoRoom(connection: SessionState['connection']): (typeof NO_ROOM)[number] | undefined {
  return connection.is === 'offline' ? NO_ROOM.find((name) => name === connection.why) : undefined
}

function offline(waiting: number, keptHere: boolean): SaveStatus {
  if (waiting === 0) return { is: keptHere ? 'offline' : 'offlineNotKept' }
  return { is: keptHere ? 'offlineWaiting' : 'offlineNotKeptWaiting', waiting }
}

/** Whether closing the page now would lose words that are nowhere else. */
export const wouldLose = ({ waiting, keptHere }: Pick<Known, 'waiting' | 'keptHere'>): boolean => waiting > 0 && !keptHere
