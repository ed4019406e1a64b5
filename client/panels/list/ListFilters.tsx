import { useTranslation } from 'react-i18next'
import { FilterFields } from '../../notes/FilterFields.tsx'
import { NOTE_ORDERS } from '../../state/noteFilter.ts'
import { filterNotes, orderNotes, useView } from '../../state/viewStore.ts'
import { QuickSelect } from '../../ui/QuickSelect.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import styles from './ListFilters.module.css'

interface ListFiltersProps {
  /** How many notes there are, and how many of them are shown. */
  count: number
  found: number
}

/** What to show of the list, and in which order. */
export function ListFilters({ count, found }: ListFiltersProps) {
  const { t } = useTranslation()
  const text = useView((view) => view.filter.text)
  const order = useView((view) => view.order)
  // The bar on the wall says it too while notes are looked for there.
  const isSaidElsewhere = useView((view) => view.findRound > 0)
  return (
    <div role="search" className={styles.filters}>
      <SearchBox label={t('list.search')} clearLabel={t('list.clear')} value={text} onChange={(words) => filterNotes({ text: words })} />
      <FilterFields
        beside={
          <QuickSelect label={t('list.order')} value={order} onChange={orderNotes} options={NOTE_ORDERS.map((id) => ({ id, label: t(`list.orders.${id}`) }))} />
        }
        before={
          <p role={isSaidElsewhere ? undefined : 'status'} className={styles.count}>
            {found < count ? t('list.countOf', { found, count }) : t('list.count', { count })}
          </p>
        }
      />
    </div>
  )
}
