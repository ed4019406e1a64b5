import { Lock, LockOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './LockBanner.module.css'
import { useLock } from './useLock.ts'

/** Tells everybody who works on the wall that it is locked, and what that means for them. */
export function LockBanner() {
  const { t } = useTranslation()
  const { isLocked, turn } = useLock()
  const isKept = useSessionState(({ keptHere }) => keptHere)
  const words = turn ? t('wall.lockedForMe') : t(isKept ? 'wall.lockedForParticipants' : 'wall.lockedNotKept')
  return (
    <div className={styles.place}>
      {/* There before it has words: or its first ones would not be read out. */}
      <p role="status" className={styles.words}>
        {isLocked && (
          <>
            <Lock aria-hidden="true" />
            <span>{words}</span>
          </>
        )}
      </p>
      {isLocked && turn && (
        <Button icon={<LockOpen aria-hidden="true" />} onPress={turn} className={styles.button}>
          {t('wall.unlock')}
        </Button>
      )}
    </div>
  )
}
