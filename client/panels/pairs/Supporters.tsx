import { useTranslation } from 'react-i18next'
import { can } from '#shared/permissions/can.ts'
import type { Note, Pair, Side } from '#shared/wall/schema.ts'
import { supportsOf, type OfferedSupport } from '#shared/wall/supportsOf.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { ContactLine } from './ContactLine.tsx'
import { OfferSupportForm } from './OfferSupportForm.tsx'
import { SupportAnswerForm } from './SupportAnswerForm.tsx'
import styles from './Supporters.module.css'

interface SupportersProps {
  pair: Pair
  notes: Readonly<Record<Side, Note>>
  /** The sides that the reader speaks for. */
  mine: readonly Side[]
}

/** Third parties that support the two, or offer to: what each brings, the answer of the two sides, and how they reach each other. */
export function Supporters({ pair, notes, mine }: SupportersProps) {
  const { t } = useTranslation()
  const { role, me } = useSession()
  const mayOffer = useSessionState(({ wall }) => can(role, me?.id, { type: 'offerSupport', pair: pair.id, line: '' }, wall))
  // What was not accepted is between those who said it.
  const shown = supportsOf(pair.facts).filter(({ by, standing }) => standing === 'accepted' || mine.length > 0 || by === me?.id)
  const isInvited = mayOffer && !shown.some(({ by }) => by === me?.id)
  if (shown.length === 0 && !isInvited) return null
  return (
    <section className={styles.support} aria-labelledby="support-title">
      <h3 id="support-title" className={styles.title}>
        {t('contact.support')}
      </h3>
      {shown.length > 0 && (
        <ul className={styles.list} aria-live="polite">
          {shown.map((support) => (
            <Supporter key={support.by} pair={pair} notes={notes} mine={mine} support={support} />
          ))}
        </ul>
      )}
      {isInvited && pair.card.payer === 'sought' && (
        <>
          <Notice>{t('contact.supportSought')}</Notice>
          <OfferSupportForm pair={pair.id} />
        </>
      )}
      {isInvited && pair.card.payer !== 'sought' && (
        <Disclosure title={t('contact.offerSupport')}>
          <OfferSupportForm pair={pair.id} />
        </Disclosure>
      )}
    </section>
  )
}

const WORDS = { offered: 'contact.supportOffered', accepted: 'contact.supportedBy', declined: 'contact.supportDeclined' } as const

function Supporter({ pair: { id, state }, notes, mine, support }: SupportersProps & { support: OfferedSupport }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const person = useSessionState(({ wall }) => wall.people.get(support.by))
  const who = [person ? sayWho(person, language) : t('contact.somebody'), ...(person?.institution ? [person.institution] : [])].join(', ')
  const isMine = support.by === session.me?.id
  const inContact = support.standing === 'accepted' && (state === 'contacted' || state === 'agreed' || state === 'done')
  return (
    <li className={styles.item}>
      <p>{t(WORDS[support.standing], { who })}</p>
      {support.line && (
        <p dir="auto" className={styles.quiet}>
          {support.line}
        </p>
      )}
      {mine.length > 0 && <SupportAnswerForm pair={id} support={support} />}
      {mine.length > 0 && inContact && person && <ContactLine pair={id} person={support.by} other={person} />}
      {isMine && inContact && [notes.need, notes.offer].filter(({ author }) => author === support.answeredBy).map((note) => <ContactLine key={note.id} pair={id} person={note.author} other={note} />)}
      {isMine && (
        <div>
          <Button onPress={() => session.commit([{ type: 'withdrawSupport', pair: id }])}>{t('contact.withdrawSupport')}</Button>
        </div>
      )}
    </li>
  )
}
