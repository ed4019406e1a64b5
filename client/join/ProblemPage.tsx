import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { useTitle } from '../ui/useTitle.ts'
import type { EntryProblem } from './enterWall.ts'
import type { LinkProblem } from './parseLink.ts'
import { FallenNote } from './FallenNote.tsx'
import styles from './ProblemPage.module.css'

interface ProblemPageProps {
  why: EntryProblem | LinkProblem | 'removed' | 'unknownPage' | 'crash'
  /** Offered where trying again can help. */
  onRetry?: () => void
}

/** What went wrong, why, and what to do now, in words of its own for each case. */
export function ProblemPage({ why, onRetry }: ProblemPageProps) {
  const { t } = useTranslation()
  const title = t(`connection.problem.${why}`)
  useTitle(title)
  return (
    <PageFrame narrow>
      <section className={styles.card} role="alert">
        <FallenNote />
        <h1 className={styles.title}>{title}</h1>
        <p>{t(`connection.problem.${why}Why`)}</p>
        <p className={styles.advice}>{t(`connection.problem.${why}Do`, { example: `${location.origin}/w/…#k=…` })}</p>
        <div className={styles.actions}>
          {onRetry && (
            <Button look="primary" onPress={onRetry}>
              {t('common.tryAgain')}
            </Button>
          )}
          <ButtonLink href="/" look={onRetry ? 'secondary' : 'primary'}>
            {t('common.startPage')}
          </ButtonLink>
        </div>
      </section>
    </PageFrame>
  )
}
