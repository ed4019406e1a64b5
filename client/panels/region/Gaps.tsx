import { useTranslation } from 'react-i18next'
import type { TopicRow } from '#shared/region/countRegion.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './Gaps.module.css'
import type { RegionSource } from './regionSource.ts'

interface GapsProps {
  gaps: readonly TopicRow[]
  topicLabel: RegionSource['topicLabel']
  /** More are counted, not named. */
  most: number
}

/** What several countries need and nobody offers: for the plenary, and for partners outside of the room. */
export function Gaps({ gaps, topicLabel, most }: GapsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section aria-labelledby="region-gaps" className={styles.gaps}>
      <h2 id="region-gaps" className={styles.title}>{t('region.gaps')}</h2>
      {gaps.length === 0 && <p>{t('region.gapsNone')}</p>}
      <ul role="list" className={styles.list}>
        {gaps.slice(0, most).map(({ id, all, byCountry }) => (
          <li key={id} className={styles.gap}>
            <span className={styles.topic}>{topicLabel(id, language)}</span>
            <span className={styles.count}>
              {t('kind.needs', { count: all.need })}, {t('region.countries', { number: byCountry.size })}
            </span>
          </li>
        ))}
      </ul>
      {gaps.length > most && <p>{t('region.moreGaps', { number: gaps.length - most })}</p>}
    </section>
  )
}
