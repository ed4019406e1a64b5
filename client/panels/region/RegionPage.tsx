import { useTranslation } from 'react-i18next'
import { classes } from '../../ui/classes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { BondPicture } from './BondPicture.tsx'
import { BondTable } from './BondTable.tsx'
import { Fates } from './Fates.tsx'
import { Gaps } from './Gaps.tsx'
import { HeatTable } from './HeatTable.tsx'
import styles from './RegionPage.module.css'
import type { RegionSource } from './regionSource.ts'
import { useRegion } from './useRegion.ts'

interface RegionPageProps {
  source: RegionSource
  /** On the room's screen nothing can be scrolled or pressed: what matters most, and large. */
  isRoom?: boolean
}

/** The region at a glance: who needs and offers what, who is paired with whom, and what is still open. */
export function RegionPage({ source, isRoom = false }: RegionPageProps) {
  const { t } = useTranslation()
  const counted = useRegion(source)
  if (!counted) return <p role="status" className={styles.waiting}>{t('region.counting')}</p>
  const { region, hasTopics } = counted
  if (region.notes === 0) return <p className={styles.waiting}>{t('region.noNotes')}</p>
  return (
    <div className={classes(styles.region, isRoom && styles.room)}>
      <Fates region={region} />
      <section aria-labelledby="region-heat" className={styles.heat}>
        <h2 id="region-heat" className={styles.title}>{t('region.heat')}</h2>
        <p className={styles.meaning}>{t('region.heatMeaning')}</p>
        {hasTopics ? <HeatTable region={region} topicLabel={source.topicLabel} isRoom={isRoom} /> : <Notice look="warn">{t('region.noTopics')}</Notice>}
      </section>
      <section aria-labelledby="region-bonds" className={styles.bonds}>
        <h2 id="region-bonds" className={styles.title}>{t('region.bonds')}</h2>
        {region.links.length === 0 ? (
          <p className={styles.meaning}>{t('region.bondsNone')}</p>
        ) : (
          <>
            <p className={styles.meaning}>{t('region.bondsMeaning')}</p>
            <BondPicture links={region.links} isRoom={isRoom} />
            <BondTable links={region.links} isHidden={isRoom} />
          </>
        )}
      </section>
      {hasTopics && <Gaps gaps={region.gaps} topicLabel={source.topicLabel} most={isRoom ? 5 : Infinity} />}
    </div>
  )
}
