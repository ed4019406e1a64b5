import { History } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallVersion } from '#shared/protocol/api.ts'
import { compareWalls } from '#shared/wall/compareWalls.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { restoreVersion, type Answer, type Refusal } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { HistoryFailed } from './HistoryFailed.tsx'
import { readVersionOf } from './readVersionOf.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import { useWhyKept } from './useWhyKept.ts'
import styles from './VersionDialog.module.css'
import { WallOfThen } from './WallOfThen.tsx'

interface VersionDialogProps {
  version: WallVersion
  onClose: () => void
  /** The wall reads as this version now. */
  onRestored: () => void
}

/** One version of the wall, to look at before it is brought back. */
export function VersionDialog({ version, onClose, onRestored }: VersionDialogProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const whyKept = useWhyKept()
  const [then, setThen] = useState<Answer<Wall>>()
  /** The wall as it is compared with: what is read here does not move while others write on. */
  const [now, setNow] = useState(() => session.store.getState().wall)
  const [attempt, setAttempt] = useState(0)
  const [restoring, setRestoring] = useState<{ is: 'asking' | 'sending' } | { is: 'failed'; refusal: Refusal }>()
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      const answer = await readVersionOf(session, version.id)
      if (!isWanted) return
      setThen(answer)
      setNow(session.store.getState().wall)
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [session, version, attempt])
  const wall = then?.ok ? then.value : undefined
  const difference = useMemo(() => wall && compareWalls(wall, now), [wall, now])

  const ask = (): void => {
    setNow(session.store.getState().wall)
    setRestoring({ is: 'asking' })
  }
  const restore = async (): Promise<void> => {
    setRestoring({ is: 'sending' })
    const answer = await askAs(session, (id, token) => restoreVersion(id, token, version.id))
    if (answer.ok) onRestored()
    else setRestoring({ is: 'failed', refusal: answer.refusal })
  }
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(version.at)
  return (
    <>
      <Dialog
        wide
        title={t('history.wallOf', { when })}
        isOpen
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>{t('common.back')}</Button>
            <Button look="primary" icon={<History aria-hidden="true" />} isDisabled={!difference} onPress={ask}>
              {t('history.restore')}
            </Button>
          </>
        }
      >
        <p className={styles.quiet}>{whyKept(version)}</p>
        {restoring?.is === 'failed' && <HistoryFailed refusal={restoring.refusal} />}
        {!then && <p role="status">{t('app.loading')}</p>}
        {then && !then.ok && <HistoryFailed refusal={then.refusal} onRetry={() => setAttempt(attempt + 1)} />}
        {wall && difference && <WallOfThen wall={wall} difference={difference} when={when} />}
      </Dialog>
      {difference && (
        <RestoreDialog
          when={when}
          difference={difference}
          isOpen={restoring?.is === 'asking' || restoring?.is === 'sending'}
          isPending={restoring?.is === 'sending'}
          onConfirm={() => void restore()}
          onCancel={() => setRestoring(undefined)}
        />
      )}
    </>
  )
}
