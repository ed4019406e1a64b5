import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallMade } from '#shared/protocol/api.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { DeviceWalls } from './DeviceWalls.tsx'
import { HowItWorks } from './HowItWorks.tsx'
import { MakeWallForm } from './MakeWallForm.tsx'
import { MadeDialog } from './MadeDialog.tsx'
import { NotesMotif } from './NotesMotif.tsx'
import { RestoreWall } from './RestoreWall.tsx'
import { SampleWall } from './SampleWall.tsx'
import styles from './HomePage.module.css'

/** The first page: what this is, a wall of one's own, and the way back to those one has. */
export function HomePage() {
  const { t } = useTranslation()
  const [made, setMade] = useState<WallMade>()
  useTitle()
  return (
    <PageFrame>
      {/* Who comes back wants their wall, not the explanation. */}
      <DeviceWalls key={made?.id} />
      <div className={styles.top}>
        <div className={styles.hero}>
          <h1 className={styles.headline}>{t('home.headline')}</h1>
          <p className={styles.intro}>{t('home.intro')}</p>
          <NotesMotif />
          <HowItWorks />
        </div>
        <div className={styles.doors}>
          <section className={styles.card} aria-labelledby="make">
            <h2 id="make" className={styles.cardTitle}>
              {t('home.make')}
            </h2>
            <MakeWallForm onMade={setMade} />
            <p className={styles.quiet}>{t('home.noAccount')}</p>
          </section>
          <SampleWall />
          <RestoreWall onMade={setMade} />
        </div>
      </div>
      <MadeDialog made={made} onClose={() => setMade(undefined)} />
    </PageFrame>
  )
}
