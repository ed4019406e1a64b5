import { UserRound } from 'lucide-react'
import { useMemo } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { NOTE_ORDERS, type NoteOrder } from '../../state/noteFilter.ts'
import { filterNotes, orderNotes, useView } from '../../state/viewStore.ts'
import { classes } from '../../ui/classes.ts'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { ToggleGroup } from '../../ui/ToggleGroup.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { countCountries } from './countCountries.ts'
import styles from './ListFilters.module.css'

interface ListFiltersProps {
  /** How many notes there are, and how many of them are shown. */
  count: number
  found: number
}

/** What to show of the list, and in which order. */
export function ListFilters({ count, found }: ListFiltersProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const filter = useView((view) => view.filter)
  const order = useView((view) => view.order)
  const notes = useSessionState(({ wall }) => wall.notes)
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(language)
    return [...countCountries(notes.values())]
      .map(([code, count]) => ({ code, count, name: countryName(code, language) }))
      .sort((a, b) => compare(a.name, b.name))
  }, [notes, language])
  const chosenOrder = (value: string): NoteOrder => NOTE_ORDERS.find((known) => known === value) ?? 'written'
  return (
    <div role="search" className={styles.filters}>
      <SearchBox label={t('list.search')} clearLabel={t('list.clear')} value={filter.text} onChange={(text) => filterNotes({ text })} />
      <ToggleGroup
        label={t('list.kind')}
        value={filter.kind}
        onChange={(kind) => filterNotes({ kind })}
        options={[
          { id: 'all', label: t('list.all') },
          { id: 'need', label: t('list.needs') },
          { id: 'offer', label: t('list.offers') },
        ]}
      />
      <div className={styles.row}>
        <select aria-label={t('list.country')} value={filter.country} className={styles.select} onChange={(event) => filterNotes({ country: event.target.value })}>
          <option value="all">{t('list.allCountries')}</option>
          {countries.map(({ code, count, name }) => (
            <option key={code} value={code}>
              {t('list.countryCount', { country: name, count })}
            </option>
          ))}
        </select>
        <select aria-label={t('list.order')} value={order} className={styles.select} onChange={(event) => orderNotes(chosenOrder(event.target.value))}>
          {NOTE_ORDERS.map((known) => (
            <option key={known} value={known}>
              {t(`list.orders.${known}`)}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.row}>
        <p role="status" className={styles.count}>
          {found < count ? t('list.countOf', { found, count }) : t('list.count', { count })}
        </p>
        {me && (
          <ToggleButton isSelected={filter.onlyMine} onChange={(onlyMine) => filterNotes({ onlyMine })} className={classes(styles.mine)}>
            <UserRound aria-hidden="true" />
            {t('list.onlyMine')}
          </ToggleButton>
        )}
      </div>
    </div>
  )
}
