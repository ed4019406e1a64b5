import { useTranslation } from 'react-i18next'
import type { Fate, Region } from '#shared/region/countRegion.ts'
import { NOTE_KINDS, type NoteKind } from '#shared/wall/schema.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Fates.module.css'

const FATES: readonly Fate[] = ['agreed', 'contact', 'open']

/** How much there is, and what has become of it. */
export function Fates({ region: { notes, pairs, fates } }: { region: Region }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('region.numbers')} className={styles.numbers}>
      <p className={styles.totals}>
        {[t('region.notes', { number: notes }), t('region.pairs', { number: pairs.agreed + pairs.contact + pairs.asked }), t('region.agreed', { number: pairs.agreed })].join(' · ')}
      </p>
      {NOTE_KINDS.map((kind) => (
        <FateBar key={kind} kind={kind} counts={fates[kind]} />
      ))}
      <p className={styles.meaning}>{t('region.fateMeaning')}</p>
    </section>
  )
}

function FateBar({ kind, counts }: { kind: NoteKind; counts: Readonly<Record<Fate, number>> }) {
  const { t } = useTranslation()
  const all = counts.agreed + counts.contact + counts.open
  return (
    <div className={styles.kind}>
      <h2 className={styles.name}>{t(kind === 'need' ? 'kind.needs' : 'kind.offers', { count: all })}</h2>
      <ul role="list" className={classes(styles.bar, styles[kind])}>
        {FATES.map((fate) => counts[fate] > 0 && (
          <li key={fate} className={styles[fate]} style={{ flexGrow: counts[fate] }}>
            {t(`region.fate.${kind}.${fate}`, { number: counts[fate] })}
          </li>
        ))}
      </ul>
    </div>
  )
}
