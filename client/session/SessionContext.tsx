import { createContext, useContext, useMemo, useRef, useSyncExternalStore, type PropsWithChildren } from 'react'
import { shallow } from 'zustand/shallow'
import type { Session, SessionState } from './openSession.ts'
import { pacedChanges } from './pacedChanges.ts'

interface OpenWall {
  readonly session: Session
  readonly onChange: ReturnType<typeof pacedChanges>
}

const SessionContext = createContext<OpenWall | undefined>(undefined)

export function SessionProvider({ value, children }: PropsWithChildren<{ value: Session }>) {
  const open = useMemo(() => ({ session: value, onChange: pacedChanges(value.store) }), [value])
  return <SessionContext value={open}>{children}</SessionContext>
}

/** The wall that is open. Only for what is drawn inside a `SessionProvider`. */
export const useSession = (): Session => useOpenWall().session

/** A narrow look at the session: draws again only when what is selected has changed (compared shallowly; maps of the wall as a whole). */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  const { session, onChange } = useOpenWall()
  const last = useRef<{ readonly selected: T }>(undefined)
  const read = (): T => {
    const now = select(session.store.getState())
    if (!last.current || !isSame(last.current.selected, now)) last.current = { selected: now }
    return last.current.selected
  }
  return useSyncExternalStore(onChange, read)
}

function useOpenWall(): OpenWall {
  const open = useContext(SessionContext)
  if (!open) throw new Error('useSession outside of a SessionProvider')
  return open
}

/** Maps stay the same ones while nothing in them changes: going through thousands of notes would find out what is known. */
const isSame = (a: unknown, b: unknown): boolean => (a instanceof Map ? a === b : shallow(a, b))
