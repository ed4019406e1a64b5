import { useTranslation } from 'react-i18next'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useNoteFacts } from '../../state/noteFacts.ts'
import { markUnanswered, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './UnansweredLegend.module.css'

/** Says what the mark on a need means and how many have it, and takes it away. */
export function UnansweredLegend() {
  const { t } = useTranslation()
  const isOn = useView((view) => view.marksUnanswered)
  const unanswered = useNoteFacts((facts) => facts.unanswered)
  const needs = useSessionState(({ wall }) => (isOn ? [...wall.notes.values()].filter(({ kind }) => kind === 'need').length : 0))
  return (
    <div role="status" className={styles.place}>
      {isOn && (
        <div data-cover="edge" className={styles.legend}>
          <span aria-hidden="true" className={styles.sign} />
          <p className={styles.words}>
            {unanswered ? t('find.marked', { count: needs, found: unanswered.size }) : t('match.searchingWall')}
            <span className={styles.quiet}> {t('find.markMeans')}</span>
          </p>
          <Button onPress={() => markUnanswered(false)}>{t('find.markOff')}</Button>
        </div>
      )}
    </div>
  )
}
