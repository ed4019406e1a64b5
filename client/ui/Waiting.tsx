import { useTranslation } from 'react-i18next'
import styles from './Waiting.module.css'

/** While something is fetched. Shows itself only after a moment, so that a quick answer does not flicker. */
export function Waiting() {
  const { t } = useTranslation()
  return (
    <div role="status" className={styles.waiting}>
      <span className={styles.notes} aria-hidden="true">
        <i />
        <i />
      </span>
      {t('app.loading')}
    </div>
  )
}
