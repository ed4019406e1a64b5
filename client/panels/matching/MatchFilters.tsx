import { ListFilter } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Language } from '#shared/wall/schema.ts'
import { Button } from '../../ui/Button.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { isOn, NO_FILTER, type MatchFilter } from './matchFilter.ts'
import styles from './MatchFilters.module.css'

interface MatchFiltersProps {
  filter: MatchFilter
  onFilter: (filter: MatchFilter) => void
  /** What there is to choose from: codes and ids. */
  countries: ReadonlySet<string>
  topics: ReadonlySet<string>
  topicLabel: (id: string, language: Language) => string
}

/** Which matches to show: by the other country, by topic, or only what nobody has taken up. What is on is always said in words. */
export function MatchFilters({ filter, onFilter, countries, topics, topicLabel }: MatchFiltersProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const controls = useId()
  const toggle = useRef<HTMLButtonElement>(null)
  const named = (ids: ReadonlySet<string>, chosen: string, nameOf: (id: string) => string): readonly (readonly [id: string, name: string])[] => {
    const { compare } = new Intl.Collator(language)
    // What is chosen can be taken back, also when no match has it any more.
    const all = chosen === 'all' ? ids : new Set([...ids, chosen])
    return [...all].map((id) => [id, nameOf(id)] as const).sort(([, a], [, b]) => compare(a, b))
  }
  const nameOfCountry = (code: string): string => countryName(code, language)
  const nameOfTopic = (id: string): string => topicLabel(id, language)

  // "Clear" goes when it is pressed, and must not take the focus with it.
  const isFiltering = isOn(filter)
  const wasFiltering = useRef(isFiltering)
  useEffect(() => {
    if (wasFiltering.current && !isFiltering && document.activeElement === document.body) toggle.current?.focus()
    wasFiltering.current = isFiltering
  }, [isFiltering])

  return (
    <div role="search" aria-label={t('match.filter.title')} className={styles.filters}>
      <div className={styles.row}>
        <Button ref={toggle} look="quiet" icon={<ListFilter aria-hidden="true" />} aria-expanded={isOpen} aria-controls={controls} onPress={() => setOpen(!isOpen)}>
          {t('match.filter.title')}
        </Button>
        {isFiltering && (
          <>
            <p role="status" className={styles.on}>
              {filterInWords(filter, { nameOfCountry, nameOfTopic, unanswered: t('match.filter.isUnanswered'), language })}
            </p>
            <Button look="secondary" onPress={() => onFilter(NO_FILTER)}>
              {t('match.filter.clear')}
            </Button>
          </>
        )}
      </div>
      {isOpen && (
        <div id={controls} className={styles.controls}>
          <select aria-label={t('match.filter.country')} value={filter.country} className={styles.select} onChange={({ target }) => onFilter({ ...filter, country: target.value })}>
            <option value="all">{t('list.allCountries')}</option>
            {named(countries, filter.country, nameOfCountry).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <select aria-label={t('match.filter.topic')} value={filter.topic} className={styles.select} onChange={({ target }) => onFilter({ ...filter, topic: target.value })}>
            <option value="all">{t('match.filter.allTopics')}</option>
            {named(topics, filter.topic, nameOfTopic).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Toggle isSelected={filter.onlyUnanswered} onChange={(onlyUnanswered) => onFilter({ ...filter, onlyUnanswered })} className={styles.toggle}>
            {t('match.filter.unanswered')}
          </Toggle>
        </div>
      )}
    </div>
  )
}

interface Names {
  nameOfCountry: (code: string) => string
  nameOfTopic: (id: string) => string
  unanswered: string
  language: Language
}

function filterInWords({ country, topic, onlyUnanswered }: MatchFilter, { nameOfCountry, nameOfTopic, unanswered, language }: Names): string {
  const parts = [
    ...(country === 'all' ? [] : [nameOfCountry(country)]),
    ...(topic === 'all' ? [] : [nameOfTopic(topic)]),
    ...(onlyUnanswered ? [unanswered] : []),
  ]
  return new Intl.ListFormat(language, { type: 'unit' }).format(parts)
}
