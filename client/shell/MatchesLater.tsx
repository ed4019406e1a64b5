import { memo, Suspense, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import { Part } from './Part.tsx'
import styles from './MatchesLater.module.css'
import { useNotesShown } from './useNotesShown.ts'

const MatchesPanel = later(async () => (await import('./MatchesPanel.tsx')).MatchesPanel, NotLoaded)

/** Matches come after the notes that they join: on a weak line these are read meanwhile. */
export const MatchesLater = memo(function MatchesLater(props: ComponentProps<typeof MatchesPanel>) {
  const { t } = useTranslation()
  const isTime = useNotesShown()
  const waiting = <p className={styles.words}>{t('match.searching')}</p>
  return (
    <Part>
      <Suspense fallback={waiting}>{isTime ? <MatchesPanel {...props} /> : waiting}</Suspense>
    </Part>
  )
})
