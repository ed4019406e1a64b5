import { useTranslation } from 'react-i18next'
import styles from './HowItWorks.module.css'

const STEPS = ['stepNeed', 'stepOffer', 'stepMatch', 'stepAgree'] as const

/** The exercise in four lines. */
export function HowItWorks() {
  const { t } = useTranslation()
  return (
    <ol className={styles.steps} aria-label={t('home.steps')}>
      {STEPS.map((step, index) => (
        <li key={step} className={styles.step}>
          <span className={styles.mark} data-step={step} aria-hidden="true">
            {index + 1}
          </span>
          {t(`home.${step}`)}
        </li>
      ))}
    </ol>
  )
}
