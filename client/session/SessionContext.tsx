import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Session, SessionState } from './openSession.ts'

const SessionContext = createContext<Session | undefined>(undefined)
export const SessionProvider = SessionContext.Provider

/** The wall that is open. Only for what is drawn inside a `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of a SessionProvider')
  return session
}

/** A narrow look at the session: draws again only when what is selected has changed (compared shallowly). */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, useShallow(select))
}
