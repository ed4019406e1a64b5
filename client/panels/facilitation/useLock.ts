import { can } from '#shared/permissions/can.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'

interface LockState {
  readonly isLocked: boolean
  /** Locks the wall or opens it again; `undefined` for whoever may not. */
  readonly turn: (() => void) | undefined
}

/** What participants write on a locked wall waits on their devices. */
export function useLock(): LockState {
  const session = useSession()
  const isLocked = useSessionState(({ wall }) => wall.settings.locked !== undefined)
  const edit: Edit = { type: isLocked ? 'unlockWall' : 'lockWall' }
  const mayTurn = useSessionState(({ wall }) => can(session.role, session.me?.id, edit, wall))
  return { isLocked, turn: mayTurn ? () => session.commit([edit]) : undefined }
}
