import { CircleAlert, UserRound } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { topicLabel } from '#shared/matching/topicLabels.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { useSession } from '../session/SessionContext.tsx'
import { useOfWall } from '../session/useOfWall.ts'
import { useNoteFacts } from '../state/noteFacts.ts'
import { filterNotes, useView } from '../state/viewStore.ts'
import { QuickSelect } from '../ui/QuickSelect.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import { ToggleGroup } from '../ui/ToggleGroup.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { countCountries } from './countCountries.ts'
import styles from './FilterFields.module.css'

const countsOfWall = ({ notes }: Wall): ReadonlyMap<string, number> => countCountries(notes.values())

/** Which notes are wanted, but for the words in them: for the list and for the wall alike. */
export function FilterFields() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const filter = useView((view) => view.filter)
  const counts = useOfWall(countsOfWall)
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(language)
    const known = [...counts].map(([id, count]) => ({ id, count, name: countryName(id, language) }))
    known.sort((a, b) => compare(a.name, b.name))
    return [{ id: 'all', label: t('list.allCountries') }, ...known.map(({ id, count, name }) => ({ id, label: t('list.countryCount', { country: name, count }) }))]
  }, [counts, language, t])
  const { topics: topicsOf, labels } = useNoteFacts()
  const topics = useMemo(() => {
    const numbers = new Map<string, number>(filter.topic === 'all' ? [] : [[filter.topic, 0]])
    for (const [, about] of topicsOf ?? []) for (const topic of about) numbers.set(topic, (numbers.get(topic) ?? 0) + 1)
    const { compare } = new Intl.Collator(language)
    const known = [...numbers].map(([id, count]) => ({ id, count, name: topicLabel(labels, id, language) }))
    known.sort((a, b) => compare(a.name, b.name))
    return [{ id: 'all', label: t('find.allTopics') }, ...known.map(({ id, count, name }) => ({ id, label: t('find.topicCount', { topic: name, count }) }))]
  }, [topicsOf, labels, filter.topic, language, t])
  return (
    <>
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
        <QuickSelect label={t('list.country')} value={filter.country} onChange={(country) => filterNotes({ country })} options={countries} />
        {topics.length > 1 && <QuickSelect label={t('find.topic')} value={filter.topic} onChange={(topic) => filterNotes({ topic })} options={topics} />}
      </div>
      <div className={styles.row}>
        <Toggle isSelected={filter.onlyUnanswered} onChange={(onlyUnanswered) => filterNotes({ onlyUnanswered })} className={styles.switch}>
          <CircleAlert aria-hidden="true" />
          {t('find.onlyUnanswered')}
        </Toggle>
        {me && (
          <Toggle isSelected={filter.onlyMine} onChange={(onlyMine) => filterNotes({ onlyMine })} className={styles.switch}>
            <UserRound aria-hidden="true" />
            {t('list.onlyMine')}
          </Toggle>
        )}
      </div>
    </>
  )
}
