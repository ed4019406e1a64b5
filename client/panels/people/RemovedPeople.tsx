import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import type { Person } from '#shared/wall/schema.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { Avatar } from './Avatar.tsx'
import styles from './PeopleList.module.css'

interface RemovedPeopleProps {
  people: readonly Person[]
  letBack: (person: ParticipantId) => Promise<boolean>
}

type LettingBack = { is: 'sending' | 'failed' | 'done'; person: Person }

/** Whom a facilitator has sent away, apart from those who are only away; a press lets them back in. */
export function RemovedPeople({ people, letBack }: RemovedPeopleProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [task, setTask] = useState<LettingBack>()

  async function ask(person: Person): Promise<void> {
    setTask({ is: 'sending', person })
    setTask({ is: (await letBack(person.id)) ? 'done' : 'failed', person })
  }

  return (
    <>
      {people.length > 0 && (
        <section aria-label={t('people.removed')}>
          <h3 className={styles.country}>{t('people.removed')}</h3>
          <ul role="list" className={styles.list}>
            {people.map((person) => (
              <li key={person.id} className={styles.person}>
                <Avatar person={person} isAway />
                <span className={styles.words}>
                  <bdi className={styles.name}>{person.name}</bdi>
                  <span className={styles.institution}>{countryName(person.country, language)}</span>
                </span>
                <Button
                  aria-label={t('people.letBackName', { name: person.name })}
                  isPending={task?.is === 'sending' && task.person.id === person.id}
                  onPress={() => void ask(person)}
                >
                  {t('people.letBack')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {task?.is === 'done' && (
        <div role="status" className={styles.told}>
          <Notice look="good">{t('people.letBackDone', { name: task.person.name })}</Notice>
        </div>
      )}
      {task?.is === 'failed' && (
        <div className={styles.told}>
          <Notice look="error" isAlert>
            {t('people.notLetBack', { name: task.person.name })}
          </Notice>
        </div>
      )}
    </>
  )
}
