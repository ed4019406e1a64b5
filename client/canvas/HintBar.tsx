import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { pairWith, useView } from '../state/viewStore.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './HintBar.module.css'
import { giveHint, useHint } from './hints.ts'

/** Long enough to be read twice. */
const SHOWN_MS = 6000

/** Says what just happened on the wall, or why not. Spoken politely; never in the way of a hand. */
export function HintBar() {
  const { t } = useTranslation()
  const hint = useHint((state) => state.hint)
  const isPicking = useView(({ pairing }) => pairing?.isOnWall === true)
  useEffect(() => {
    if (!hint || hint.stays) return
    const timer = setTimeout(() => giveHint(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [hint])
  return (
    <div role="status" className={styles.place}>
      {hint && (
        <div data-cover="other" className={styles.bar}>
          <span className={styles.text}>{hint.text}</span>
          {hint.action && (
            <Button
              look="secondary"
              onPress={() => {
                giveHint(undefined)
                hint.action?.run()
              }}
            >
              {hint.action.label}
            </Button>
          )}
          <IconButton label={t('common.close')} onPress={() => giveHint(undefined)}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {!hint && isPicking && (
        <div data-cover="other" className={styles.bar}>
          <span className={styles.text}>{t('contact.pickHint')}</span>
          <Button onPress={() => pairWith(undefined)}>{t('common.cancel')}</Button>
        </div>
      )}
    </div>
  )
}
