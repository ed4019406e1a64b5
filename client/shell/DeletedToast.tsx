import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { restoreDeleted } from '../state/deleteNotes.ts'
import { useView } from '../state/viewStore.ts'
import { Toast } from './Toast.tsx'

/** A deleted note comes back with one touch. */
export function DeletedToast() {
  const { t } = useTranslation()
  const session = useSession()
  const deleted = useView((view) => view.deleted)
  // Gone also when the notes have come back in another way: by undo, or by somebody else.
  const isNeeded = useSessionState(({ wall }) => deleted?.notes.some((id) => !wall.notes.has(id)) ?? false)
  return (
    <Toast
      about={isNeeded ? deleted : undefined}
      words={t('wall.deleted', { count: deleted?.notes.length ?? 0 })}
      action={t('common.undo')}
      onAction={() => deleted && restoreDeleted(session, deleted)}
      onClose={() => useView.setState({ deleted: undefined })}
    />
  )
}
