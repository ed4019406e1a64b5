import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Region } from '#shared/region/countRegion.ts'
import { NOTE_KINDS, type NoteKind } from '#shared/wall/schema.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './HeatTable.module.css'
import type { RegionSource } from './regionSource.ts'

interface HeatTableProps {
  region: Region
  topicLabel: RegionSource['topicLabel']
  isRoom: boolean
}

/** As many topics as can be taken in at once; the others are one press away, and on paper. */
const FIRST = { room: 8, page: 20 }

/** Topics down, countries across, and in each field needs and offers side by side: the stronger the colour, the more. */
export function HeatTable({ region: { topics, countries }, topicLabel, isRoom }: HeatTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const first = isRoom ? FIRST.room : FIRST.page
  const { compare } = new Intl.Collator(language)
  const columns = [...countries.keys()].map((code) => ({ code, name: countryName(code, language) })).sort((a, b) => compare(a.name, b.name))
  return (
    <>
      <div className={styles.scroller} role="group" tabIndex={isRoom ? undefined : 0} aria-label={t('region.heat')}>
        <table className={classes(styles.table, columns.length > 16 && styles.dense)}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>{t('region.topic')}</th>
              <th scope="col" className={styles.column}><span className={styles.upright}>{t('region.allCountries')}</span></th>
              {columns.map(({ code, name }) => (
                <th key={code} scope="col" className={styles.column}>
                  <span className={styles.upright}>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {topics.map(({ id, all, byCountry }, index) => (
              <tr key={id} className={classes(index >= first && !isWhole && styles.later)}>
                <th scope="row" className={styles.topic}>{topicLabel(id, language)}</th>
                <Field tally={all} isSum />
                {columns.map(({ code }) => (
                  <Field key={code} tally={byCountry.get(code)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {topics.length > first && isRoom && <p className={styles.others}>{t('region.moreTopics', { number: topics.length - first })}</p>}
      {topics.length > first && !isRoom && (
        <Button className={styles.whole} onPress={() => setWhole(!isWhole)}>
          {isWhole ? t('region.fewerTopics') : t('region.allTopics', { number: topics.length })}
        </Button>
      )}
    </>
  )
}

/** From so many notes on a field is as strong as it gets. */
const STRONGEST = 3

function Field({ tally, isSum = false }: { tally: Readonly<Record<NoteKind, number>> | undefined; isSum?: boolean }) {
  const { t } = useTranslation()
  return (
    <td className={classes(styles.field, isSum && styles.sum)}>
      {tally && (
        <span className={styles.halves}>
          {NOTE_KINDS.map((kind) => (
            <span key={kind} className={classes(styles.half, styles[kind])} data-strength={isSum ? undefined : Math.min(STRONGEST, tally[kind])}>
              {tally[kind] > 0 && (
                <>
                  <span aria-hidden="true">{tally[kind]}</span>
                  <span className={styles.spoken}>{t(kind === 'need' ? 'kind.needs' : 'kind.offers', { count: tally[kind] })} </span>
                </>
              )}
            </span>
          ))}
        </span>
      )}
    </td>
  )
}
