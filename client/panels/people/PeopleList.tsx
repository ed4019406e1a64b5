import { Eye, UserRoundX } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Person } from '#shared/wall/schema.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { Avatar } from './Avatar.tsx'
import { gatherPeople } from './gatherPeople.ts'
import styles from './PeopleList.module.css'
import { RemovedPeople } from './RemovedPeople.tsx'
import { usePeopleHere } from './usePeopleHere.ts'
import { useRemoved } from './useRemoved.ts'

/** Everybody who has joined, by country: who is here, and who was. A facilitator can remove others, and let them back in. */
export function PeopleList({ onRemove, onFollow }: { onRemove: (person: Person) => void; onFollow: (person: Person) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me, role } = useSession()
  const people = useSessionState(({ wall }) => wall.people)
  const here = usePeopleHere()
  const { removed, letBack } = useRemoved()
  const groups = useMemo(() => {
    const { compare } = new Intl.Collator(language)
    // Until it is known who was removed, nobody is said to be away.
    const away = removed ? [...people.values()].filter(({ id }) => !removed.has(id)) : []
    const everybody = new Map([...away, ...here].map((person) => [person.id, person]))
    return gatherPeople(everybody.values(), new Set(here.map(({ id }) => id)), (code) => countryName(code, language), compare)
  }, [people, here, removed, language])
  const sentAway = role === 'facilitator' ? [...people.values()].filter(({ id }) => removed?.has(id)) : []
  return (
    <div className={styles.people}>
      <h2 className={styles.title}>{t('people.here', { count: here.length })}</h2>
      <p className={styles.summary}>{groups.length > 0 ? t('people.countries', { count: groups.length }) : t('people.empty')}</p>
      {groups.map(({ country, attendees }) => (
        <section key={country} aria-label={countryName(country, language)}>
          <h3 className={styles.country}>{countryName(country, language)}</h3>
          <ul role="list" className={styles.list}>
            {attendees.map(({ person, isHere }) => (
              <li key={person.id} className={styles.person}>
                <Avatar person={person} isAway={!isHere} />
                <span className={styles.words}>
                  <bdi className={classes(styles.name, !isHere && styles.quiet)}>{person.name}</bdi>
                  {person.id === me?.id && <span className={styles.quiet}> ({t('people.you')})</span>}
                  {!isHere && <span className={styles.quiet}> · {t('people.away')}</span>}
                  {person.institution && <bdi className={styles.institution}>{person.institution}</bdi>}
                </span>
                {isHere && person.id !== me?.id && (
                  <IconButton label={t('together.follow', { name: person.name })} className={styles.remove} onPress={() => onFollow(person)}>
                    <Eye aria-hidden="true" />
                  </IconButton>
                )}
                {role === 'facilitator' && person.id !== me?.id && (
                  <IconButton label={t('people.remove', { name: person.name })} className={styles.remove} onPress={() => onRemove(person)}>
                    <UserRoundX aria-hidden="true" />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <RemovedPeople people={sentAway} letBack={letBack} />
    </div>
  )
}
