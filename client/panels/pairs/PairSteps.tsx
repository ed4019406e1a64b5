import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PairState } from '#shared/wall/schema.ts'
import { classes } from '../../ui/classes.ts'
import styles from './PairSteps.module.css'

const STEPS = ['interested', 'contacted', 'agreed'] as const

/** How far a pair has come, in words; read out when it changes. */
export function PairSteps({ state }: { state: PairState | undefined }) {
  const { t } = useTranslation()
  if (state === 'declined' || state === 'dropped') return null
  const reached = state === 'done' ? STEPS.length : STEPS.findIndex((step) => step === state)
  return (
    <ol className={styles.steps} aria-label={t('pair.steps')} aria-live="polite">
      {STEPS.map((step, at) => {
        const isPast = at < reached || state === 'agreed' || state === 'done'
        return (
          <li key={step} className={classes(styles.step, isPast && styles.past, at === reached && styles.now)} aria-current={at === reached ? 'step' : undefined}>
            <span className={styles.sign} aria-hidden="true">
              {isPast ? <Check /> : at + 1}
            </span>
            {t(`pair.state.${step}`)}
          </li>
        )
      })}
    </ol>
  )
}
