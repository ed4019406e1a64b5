import { History, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Restoration } from '#shared/wall/schema.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { rememberToldRestore, toldRestore } from '../../session/deviceCopy.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './RestoredNotice.module.css'

/** On a screen that nobody touches; elsewhere it stays until it is closed, or somebody who looked away would miss it. */
const SHOWN_MS = 60_000

/**
 * Tells once, at the next visit too, that the wall was brought back to an earlier version.
 * @param onOpenBin where the notes are that came later; without it there is nothing to press
 */
export function RestoredNotice({ onOpenBin }: { onOpenBin?: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const [restored, setRestored] = useState<Restoration>()
  const told = useRef(toldRestore(session.wallId))
  useEffect(() => {
    const tell = (): void => {
      const { wall, loaded } = session.store.getState()
      const last = wall.settings.restored
      if (!loaded || told.current === (last?.at ?? 0)) return
      // Whoever is here for the first time has not known the wall before.
      if (last && told.current !== undefined) setRestored(last)
      told.current = last?.at ?? 0
      rememberToldRestore(session.wallId, told.current)
    }
    tell()
    return session.store.subscribe(tell)
  }, [session])
  const isTouched = onOpenBin !== undefined
  useEffect(() => {
    if (!restored || isTouched) return
    const timer = setTimeout(() => setRestored(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [restored, isTouched])
  const name = useSessionState(({ wall }) => restored && wall.people.get(restored.by)?.name)

  const close = (): void => setRestored(undefined)
  const when = restored && new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(restored.to)
  const sayIt = (by: Restoration['by']): string => {
    if (by === session.me?.id) return t('history.restoredByYou', { when })
    return name === undefined ? t('history.restoredUnnamed', { when }) : t('history.restored', { name: isolate(name), when })
  }
  return (
    <div role="status" className={styles.place}>
      {restored && (
        <div className={classes(styles.notice, !onOpenBin && styles.large)}>
          <History aria-hidden="true" className={styles.icon} />
          <p className={styles.words}>{sayIt(restored.by)}</p>
          {onOpenBin && (
            <>
              <Button
                onPress={() => {
                  close()
                  onOpenBin()
                }}
              >
                {t('history.openBin')}
              </Button>
              <IconButton label={t('common.close')} onPress={close}>
                <X aria-hidden="true" />
              </IconButton>
            </>
          )}
        </div>
      )}
    </div>
  )
}
