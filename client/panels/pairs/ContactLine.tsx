import { Contact as ContactIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PairId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { addressCard } from '../../pairing/addressCard.ts'
import { isolate, sayWho } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './ContactLine.module.css'
import { saveAddressCard } from './saveAddressCard.ts'
import { useContact } from './useContact.ts'

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
  const language = useLanguage()
  const { wallId } = useSession()
  const title = useSessionState(({ wall }) => wall.settings.title)
  const known = useSessionState(({ wall }) => wall.people.get(person))
  const spot = known?.spot
  const { answer, askAgain } = useContact(pair, person)
  const who = sayWho(other, language)
  return (
    <section className={styles.contact} aria-live="polite">
      <h3 className={styles.title}>{t('pair.contact', { who })}</h3>
      {!answer && <p className={styles.quiet}>{t('pair.contactAsking')}</p>}
      {answer && !answer.ok && (
        <p className={styles.row}>
          {t(answer.refusal === 'offline' ? 'pair.contactOffline' : 'pair.contactFailed')}
          <Button onPress={askAgain}>{t('common.tryAgain')}</Button>
        </p>
      )}
      {answer?.ok && !answer.value.contact && !spot && <p>{t('pair.contactNone', { name: isolate(other.name) })}</p>}
      {spot && <p>{t('contact.spotOf', { spot: isolate(spot) })}</p>}
      {answer?.ok && answer.value.contact && (
        <>
          <CopyField label={t('pair.contact', { who })} value={answer.value.contact} />
          <p className={styles.quiet}>{t('pair.contactOnly')}</p>
          <Button
            icon={<ContactIcon aria-hidden="true" />}
            onPress={() => saveAddressCard(addressCard(t, language, { wallId, title, ...(known ?? { ...other, institution: '' }), id: person, contact: answer.value.contact }))}
          >
            {t('consent.saveCard')}
          </Button>
        </>
      )}
    </section>
  )
}
