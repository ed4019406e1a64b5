import { changesNotTaken, type NotTaken } from './changesNotTaken.ts'
import { openSession, type Admission, type Session } from './openSession.ts'

/**
 * Yjs cannot take a change back from a document alone: a session with something that was refused would show a wall that
 * nobody else has. It is replaced by one on the document that the server has; the old one stays readable, and writes go
 * into it, until that has come.
 * @param onNotTaken is told before anything of the old document is given up
 */
export async function startAfresh(old: Session, admission: Admission, onNotTaken: (notTaken: NotTaken) => void): Promise<Session> {
  // All that was sent has been judged then, and nothing is sent any more.
  await old.hangUp()
  const fresh = openSession(admission, { isAnew: true })
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const { loaded, connection } = fresh.store.getState()
      // An end for good is an end for both: it is shown on the wall as it is here.
      if (connection.is === 'closed') old.store.setState({ connection })
      if (!loaded) return
      stop()
      resolve()
    }
    const stop = fresh.store.subscribe(look)
    look()
  })
  // What waits behind a lock, or was written meanwhile, was not refused: it goes on waiting.
  fresh.takeOver(old)
  const { wall, refused } = old.store.getState()
  onNotTaken({ why: [...refused], changes: changesNotTaken(wall, fresh.store.getState().wall, admission.participant) })
  old.close()
  fresh.replaceCopy()
  return fresh
}
