import type { SessionState } from '../../session/openSession.ts'

export type SaveStatus =
  | { readonly is: 'connecting' | 'saved' | 'savedNotKept' | 'saving' | 'offline' | 'offlineNotKept' | 'unsaved' | 'unsavedNotKept' | 'closed' }
  /** `waiting`: own changes that the server does not have. */
  | { readonly is: 'offlineWaiting' | 'offlineNotKeptWaiting' | 'lockedWaiting' | 'lockedNotKeptWaiting'; readonly waiting: number }

type Known = Pick<SessionState, 'connection' | 'loaded' | 'waiting' | 'heldBy' | 'keptHere'>

/** Where one's own words are, as it is said in the head of the page. */
export function saveStatus({ connection, loaded, waiting, heldBy, keptHere }: Known): SaveStatus {
  switch (connection.is) {
    case 'closed':
      return { is: 'closed' }
    case 'open':
      if (waiting > 0 && heldBy === 'lock') return { is: keptHere ? 'lockedWaiting' : 'lockedNotKeptWaiting', waiting }
      if (waiting > 0 && heldBy === 'server') return { is: keptHere ? 'unsaved' : 'unsavedNotKept' }
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

/** Whether closing the page now would lose words that are nowhere else, or leave them here unsent while the server has trouble. */
export const mustStay = ({ waiting, heldBy, keptHere }: Pick<Known, 'waiting' | 'heldBy' | 'keptHere'>): boolean =>
  waiting > 0 && (!keptHere || heldBy === 'server')
