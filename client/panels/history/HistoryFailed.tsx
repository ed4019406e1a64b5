import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../session/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { failureKey } from './failureKey.ts'
import styles from './HistoryFailed.module.css'

/** What the server could not do, and what helps; trying again where that can help. */
export function HistoryFailed({ refusal, onRetry }: { refusal: Refusal; onRetry?: () => void }) {
  const { t } = useTranslation()
  const why = failureKey(refusal)
  return (
    <Notice look="error" isAlert>
      <div className={styles.words}>
        {t(`history.failed.${why}`)}
        {onRetry && why !== 'not_found' && <Button onPress={onRetry}>{t('common.tryAgain')}</Button>}
      </div>
    </Notice>
  )
}
