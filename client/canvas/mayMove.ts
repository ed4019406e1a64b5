import { can } from '#shared/permissions/can.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Session } from '../session/openSession.ts'

/** Whether this person may move, change and delete the note. */
export const mayMove = (session: Session, id: NoteId): boolean =>
  can(session.role, session.me?.id, { type: 'moveNote', id, to: [0, 0] }, session.store.getState().wall)
