import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './WithheldMark.module.css'

/** That a note stays out of what is published: a sign and the word, in the colour of what it stands on. */
export function WithheldMark() {
  const { t } = useTranslation()
  return (
    <span className={styles.mark}>
      <EyeOff aria-hidden="true" />
      {t('withheld.mark')}
    </span>
  )
}
