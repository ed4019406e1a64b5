import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { restoreDeleted } from '../state/deleteNotes.ts'
import { useView } from '../state/viewStore.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './DeletedToast.module.css'

/** Long enough to notice and reach; the clock stands still while the pointer or the focus is on it. */
const SHOWN_MS = 12_000

/** A deleted note comes back with one touch. */
export function DeletedToast() {
  const { t } = useTranslation()
  const session = useSession()
  const deleted = useView((view) => view.deleted)
  // Gone also when the notes have come back in another way: by undo, or by somebody else.
  const isNeeded = useSessionState(({ wall }) => deleted?.notes.some((id) => !wall.notes.has(id)) ?? false)
  const [isHeld, setHeld] = useState(false)
  const close = (): void => {
    setHeld(false)
    useView.setState({ deleted: undefined })
  }
  useEffect(() => {
    if (!deleted || isHeld) return
    const timer = setTimeout(() => useView.setState({ deleted: undefined }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [deleted, isHeld])

  const restore = (): void => {
    if (deleted) restoreDeleted(session, deleted)
    close()
  }
  return (
    <div
      role="status"
      className={styles.place}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {deleted && isNeeded && (
        <div className={styles.toast}>
          <p className={styles.words}>{t('wall.deleted', { count: deleted.notes.length })}</p>
          <Button onPress={restore}>{t('common.undo')}</Button>
          <IconButton label={t('common.close')} onPress={close}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
