import { CircleAlert, Search, UserRoundSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../session/openSession.ts'
import { useSession } from '../session/SessionContext.tsx'
import { findOnWall, markUnanswered, useView } from '../state/viewStore.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { ArrangeMenu } from './arrange/ArrangeMenu.tsx'
import type { ArrangeSource } from './arrange/arrangePrivately.ts'
import { findMine } from './find/findMine.ts'
import type { WallScene } from './wallScene.ts'
import styles from './bar.module.css'

interface WallToolsProps {
  scene: WallScene
  shared: Session
  arrangeSource: ArrangeSource | undefined
}

/** Ways to look at the wall that are this person's own: arranged otherwise, or with some notes only. */
export function WallTools({ scene, shared, arrangeSource }: WallToolsProps) {
  const { t } = useTranslation()
  const session = useSession()
  const isMine = useView((view) => view.filter.onlyMine)
  const isMarking = useView((view) => view.marksUnanswered)
  const isFinding = useView((view) => view.findRound > 0)
  return (
    <div role="group" data-cover="edge" aria-label={t('find.tools')} className={styles.bar}>
      {arrangeSource && <ArrangeMenu shared={shared} source={arrangeSource} />}
      <IconButton label={t('find.open')} aria-pressed={isFinding} onPress={() => (isFinding ? useView.setState({ findRound: 0 }) : findOnWall())}>
        <Search aria-hidden="true" />
      </IconButton>
      {shared.me && (
        <IconButton label={t('find.mine')} aria-pressed={isMine} onPress={() => findMine(scene, session)}>
          <UserRoundSearch aria-hidden="true" />
        </IconButton>
      )}
      {arrangeSource && (
        <IconButton label={t('find.mark')} aria-pressed={isMarking} onPress={() => markUnanswered(!isMarking)}>
          <CircleAlert aria-hidden="true" />
        </IconButton>
      )}
    </div>
  )
}
