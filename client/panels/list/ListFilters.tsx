import { ListChecks } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterFields } from '../../notes/FilterFields.tsx'
import { useSession } from '../../session/SessionContext.tsx'
import { NOTE_ORDERS } from '../../state/noteFilter.ts'
import { filterNotes, orderNotes, useView } from '../../state/viewStore.ts'
import { QuickSelect } from '../../ui/QuickSelect.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import styles from './ListFilters.module.css'

interface ListFiltersProps {
  /** How many notes there are, and how many of them are shown. */
  count: number
  found: number
  /** Where the order is not told otherwise. */
  hasOrder?: boolean
  /** Several notes are being selected, by touch; left out where that needs no button. */
  isSelecting?: boolean
  onSelecting?: (isSelecting: boolean) => void
}

/** What to show of the list, and in which order. */
export const ListFilters = memo(function ListFilters({ count, found, hasOrder = true, isSelecting = false, onSelecting }: ListFiltersProps) {
  const { t } = useTranslation()
  const { me } = useSession()
  const text = useView((view) => view.filter.text)
  const order = useView((view) => view.order)
  // The bar on the wall says it too while notes are looked for there.
  const isSaidElsewhere = useView((view) => view.findRound > 0)
  return (
    <div role="search" className={styles.filters} data-selecting={isSelecting || undefined}>
      <SearchBox label={t('list.search')} clearLabel={t('list.clear')} value={text} onChange={(words) => filterNotes({ text: words })} />
      <FilterFields />
      <div className={styles.row}>
        <p role={isSaidElsewhere ? undefined : 'status'} className={styles.count}>
          {found < count ? t('list.countOf', { found, count }) : t('list.count', { count })}
        </p>
        {hasOrder && <QuickSelect label={t('list.order')} value={order} onChange={orderNotes} options={NOTE_ORDERS.map((id) => ({ id, label: t(`list.orders.${id}`) }))} />}
        {me && onSelecting && (
          <Toggle isSelected={isSelecting} onChange={onSelecting} className={styles.several}>
            <ListChecks aria-hidden="true" />
            {t('selected.several')}
          </Toggle>
        )}
      </div>
    </div>
  )
})
