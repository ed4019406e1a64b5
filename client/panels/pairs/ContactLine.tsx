import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { isolate, sayWho } from '../../pairing/sayWho.ts'
import { askContact, type Answer } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './ContactLine.module.css'

/** How to reach the other side; asked of the server each time, and kept nowhere. Only for the sides of a pair in contact. */
export function ContactLine({ pair, other }: { pair: PairId; other: Note }) {
  const { t } = useTranslation()
  const session = useSession()
  const language = useLanguage()
  const [answer, setAnswer] = useState<Answer<{ contact: string }>>()
  const [attempt, setAttempt] = useState(0)
  // The server gives it once it knows that both have said yes, and one's own yes may still be on its way.
  const isSaid = useSessionState(({ waiting, connection }) => waiting === 0 || connection.is !== 'open')
  const isTimeToAsk = isSaid || answer?.ok === true
  useEffect(() => {
    if (!isTimeToAsk) return
    let isWanted = true
    const ask = async (): Promise<void> => {
      const given = await askAs(session, (wall, token) => askContact(wall, token, pair))
      if (isWanted) setAnswer(given)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [session, pair, attempt, isTimeToAsk])

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
      {answer?.ok && !answer.value.contact && <p>{t('pair.contactNone', { name: isolate(other.name) })}</p>}
      {answer?.ok && answer.value.contact && (
        <>
          <CopyField label={t('pair.contact', { who })} value={answer.value.contact} />
          <p className={styles.quiet}>{t('pair.contactOnly')}</p>
        </>
      )}
    </section>
  )
}
