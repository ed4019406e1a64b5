import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { isolate, sayWho } from '../../pairing/sayWho.ts'
import { askContact, type Answer } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './ContactLine.module.css'

interface ContactLineProps {
  pair: PairId
  person: ParticipantId
  /** Who that is to the reader: the corner of a note, or a supporter. */
  other: Pick<Note, 'name' | 'country'>
}

/**
 * How to reach somebody about a pair, and where they are in the room. The contact is asked of the server each time, and kept
 * nowhere. Only for the sides of a pair in contact, and who supports it.
 */
export function ContactLine({ pair, person, other }: ContactLineProps) {
  const { t } = useTranslation()
  const session = useSession()
  const language = useLanguage()
  const spot = useSessionState(({ wall }) => wall.people.get(person)?.spot)
  const [answer, setAnswer] = useState<Answer<{ contact: string }>>()
  const [attempt, setAttempt] = useState(0)
  // The server gives it once it knows that both have said yes, and one's own yes may still be on its way.
  const isSaid = useSessionState(({ waiting, connection }) => waiting === 0 || connection.is !== 'open')
  const isTimeToAsk = isSaid || answer?.ok === true
  useEffect(() => {
    if (!isTimeToAsk) return
    let isWanted = true
    const ask = async (): Promise<void> => {
      const given = await askAs(session, (wall, token) => askContact(wall, token, pair, person))
      if (isWanted) setAnswer(given)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [session, pair, person, attempt, isTimeToAsk])

  const who = sayWho(other, language)
  return (
    <section className={styles.contact} aria-live="polite">
      <h3 className={styles.title}>{t('pair.contact', { who })}</h3>
      {!answer && <p className={styles.quiet}>{t('pair.contactAsking')}</p>}
      {answer && !answer.ok && (
        <p className={styles.row}>
          {t(answer.refusal === 'offline' ? 'pair.contactOffline' : 'pair.contactFailed')}
          <Button onPress={() => setAttempt(attempt + 1)}>{t('common.tryAgain')}</Button>
        </p>
      )}
      {answer?.ok && !answer.value.contact && !spot && <p>{t('pair.contactNone', { name: isolate(other.name) })}</p>}
      {spot && <p>{t('contact.spotOf', { spot: isolate(spot) })}</p>}
      {answer?.ok && answer.value.contact && (
        <>
          <CopyField label={t('pair.contact', { who })} value={answer.value.contact} />
          <p className={styles.quiet}>{t('pair.contactOnly')}</p>
        </>
      )}
    </section>
  )
}
