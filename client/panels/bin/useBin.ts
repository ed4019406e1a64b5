import { useMemo, useSyncExternalStore } from 'react'
import { readBin } from '#shared/wall/readWall.ts'
import type { BinnedNote } from '#shared/wall/schema.ts'
import type { Session } from '../../session/openSession.ts'
import { useSession } from '../../session/SessionContext.tsx'

/** What lies in the bin, kept up to date. A note nobody had written on is nothing that one would look for there. */
export function useBin(): readonly BinnedNote[] {
  const session = useSession()
  const bin = useMemo(() => followBin(session), [session])
  return useSyncExternalStore(bin.subscribe, bin.read)
}

function followBin(session: Session) {
  const readNow = (): readonly BinnedNote[] => readBin(session.doc).filter(({ note }) => note.text.trim())
  let bin = readNow()
  return {
    read: () => bin,
    subscribe: (listener: () => void) =>
      session.onNotes((ids) => {
        const { notes } = session.store.getState().wall
        // Typing in the notes that hang on the wall is no news here.
        if (![...ids].some((id) => !notes.has(id)) && !bin.some(({ note }) => ids.has(note.id))) return
        bin = readNow()
        listener()
      }),
  }
}
