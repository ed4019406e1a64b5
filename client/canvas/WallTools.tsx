import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../session/openSession.ts'
import { findOnWall, useView } from '../state/viewStore.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { ArrangeMenu } from './arrange/ArrangeMenu.tsx'
import type { ArrangeSource } from './arrange/arrangePrivately.ts'
import styles from './WallTools.module.css'

interface WallToolsProps {
  shared: Session
  arrangeSource: ArrangeSource | undefined
}

/** Ways to look at the wall that are this person's own: arranged otherwise, or with some notes only. */
export function WallTools({ shared, arrangeSource }: WallToolsProps) {
  const { t } = useTranslation()
  const isFinding = useView((view) => view.findRound > 0)
  return (
    <div role="group" aria-label={t('find.tools')} className={styles.bar}>
      {arrangeSource && <ArrangeMenu shared={shared} source={arrangeSource} />}
      <IconButton label={t('find.open')} aria-pressed={isFinding} onPress={() => (isFinding ? useView.setState({ findRound: 0 }) : findOnWall())}>
        <Search aria-hidden="true" />
      </IconButton>
    </div>
  )
}
