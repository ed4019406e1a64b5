import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { BONDS, type RegionLink } from '#shared/region/countRegion.ts'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './BondTable.module.css'

/** The picture in words: for screen readers, for paper, and for looking one up. */
export function BondTable({ links, isHidden }: { links: readonly RegionLink[]; isHidden: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { compare } = new Intl.Collator(language)
  const rows = links
    .map(({ needing, offering, pairs }) => ({ key: `${needing} ${offering}`, needing: countryName(needing, language), offering: countryName(offering, language), pairs }))
    .sort((a, b) => compare(a.needing, b.needing) || compare(a.offering, b.offering))
  return (
    <table className={classes(styles.table, isHidden && styles.hidden)}>
      <thead>
        <tr>
          <th scope="col">{t('region.needing')}</th>
          <th scope="col">{t('region.offering')}</th>
          {BONDS.map((bond) => (
            <th key={bond} scope="col" className={styles.number}>{t(`region.bond.${bond}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, needing, offering, pairs }) => (
          <tr key={key}>
            <th scope="row">{needing}</th>
            <td>{offering}</td>
            {BONDS.map((bond) => (
              <td key={bond} className={styles.number}>{pairs[bond] || '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
