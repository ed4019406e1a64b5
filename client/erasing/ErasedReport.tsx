import { useTranslation } from 'react-i18next'
import type { NamesErased } from '#shared/protocol/api.ts'
import { Notice } from '../ui/Notice.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import styles from './ErasedReport.module.css'

/** In the order in which people ask about it. */
const COUNTS = ['people', 'contacts', 'nameless', 'notes', 'lines', 'cards', 'versions', 'dropped'] as const satisfies readonly (keyof NamesErased)[]

/** What was removed, counted; what there was none of is left out. */
export function ErasedReport({ report }: { report: NamesErased }) {
  const { t } = useTranslation()
  const numbers = new Intl.NumberFormat(useLanguage())
  const counts = COUNTS.filter((count) => report[count] > 0)
  return (
    <Notice look="good" isAlert>
      {counts.length === 0 ? (
        t('erasing.nothing')
      ) : (
        <>
          <strong>{t('erasing.removed')}</strong>
          <dl className={styles.counts}>
            {counts.map((count) => (
              <div key={count}>
                <dt>{t(`erasing.count.${count}`)}</dt>
                <dd>{numbers.format(report[count])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Notice>
  )
}
