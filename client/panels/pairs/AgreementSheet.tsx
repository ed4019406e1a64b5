import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sidesOf } from '#shared/permissions/can.ts'
import { isText } from '#shared/wall/cardTexts.ts'
import type { PairId } from '#shared/wall/ids.ts'
import { hasConfirmed, otherSide } from '#shared/wall/pairState.ts'
import { CARD_FIELDS, NOTE_KINDS } from '#shared/wall/schema.ts'
import { supportersOf } from '#shared/wall/supportsOf.ts'
import { cardLabel, cardValue, countriesOf } from '../../pairing/cardInWords.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { isolate, sayWho } from '../../pairing/sayWho.ts'
import { rememberedPerson } from '../../session/device.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './AgreementSheet.module.css'
import { useContact } from './useContact.ts'

/** One pair on a page: both notes whole, the card, who confirmed it and when, and how to reach each other for who may know. */
export function AgreementSheet({ id }: { id: PairId }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const wall = useSessionState((state) => state.wall)
  const [now] = useState(() => Date.now())
  const pair = wall.pairs.get(id)
  const [need, offer] = [pair && wall.notes.get(pair.need), pair && wall.notes.get(pair.offer)]
  if (!pair || !need || !offer) return null
  const { card, facts, state } = pair
  const notes = { need, offer }
  const countries = countriesOf(notes, language)
  const [mine, ...more] = sidesOf(wall, id, me?.id)
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const { outcome } = facts
  const closer = outcome && wall.people.get(outcome.by)
  const title = state === 'agreed' || state === 'done' || state === 'dropped' ? state : 'open'
  const confirmedTitle = t('agreement.confirmed')
  return (
    <article className={styles.sheet}>
      <p className={styles.quiet}>
        <bdi>{wall.settings.title}</bdi> · {t('agreement.printed', { date: date.format(now) })}
      </p>
      <h2 className={styles.state}>{t(title === 'agreed' ? 'agreement.agreed' : `agreement.${title}`)}</h2>
      <p dir="auto" className={styles.what}>
        {card.what.trim() || t('agreement.untitled')}
      </p>
      <h3>{t('agreement.notes')}</h3>
      <div className={styles.notes}>
        <NotePaper note={need} />
        <NotePaper note={offer} />
      </div>
      <h3>{t(title === 'open' ? 'agreement.cardOpen' : 'agreement.card')}</h3>
      <dl className={styles.card}>
        {CARD_FIELDS.filter((field) => field !== 'what').map((field) => {
          const value = cardValue(t, language, field, card, countries)
          return (
            <div key={field}>
              <dt>{cardLabel(t, field, countries)}</dt>
              {/* in its own direction, but under its label */}
              <dd className={value ? undefined : styles.quiet}>{value && isText(field) ? <bdi>{value}</bdi> : value || t('card.open')}</dd>
            </div>
          )
        })}
      </dl>
      <h3>{confirmedTitle}</h3>
      <ul className={styles.list}>
        {NOTE_KINDS.map((side) => {
          const who = sayWho(notes[side], language)
          const confirmation = facts.confirm[side]
          if (!confirmation) return <li key={side}>{t('card.notConfirmed', { who })}</li>
          const time = date.format(confirmation.at)
          return <li key={side}>{t(hasConfirmed(facts, card, side) ? 'card.confirmedAt' : 'card.changedSince', { who, time })}</li>
        })}
        {supportersOf(facts).map(({ by, line }) => {
          const person = wall.people.get(by)
          return (
            <li key={by}>
              {t('contact.supportedBy', { who: person ? sayWho(person, language) : t('contact.somebody') })}
              {line && <>: <bdi>{line}</bdi></>}
            </li>
          )
        })}
        {outcome && closer && <li>{t(outcome.state === 'done' ? 'card.doneBy' : 'card.droppedBy', { who: sayWho(closer, language), time: date.format(outcome.at) })}</li>}
      </ul>
      {mine && more.length === 0 && <Contacts pair={id} mine={notes[mine]} theirs={notes[otherSide(mine)]} />}
    </article>
  )
}

function Contacts({ pair, mine, theirs }: { pair: PairId; mine: Parameters<typeof NotePaper>[0]['note']; theirs: Parameters<typeof NotePaper>[0]['note'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { answer } = useContact(pair, theirs.author)
  const person = rememberedPerson()
  const own = person?.name === mine.name ? person.contact : ''
  const known = [...(answer?.ok ? [[theirs, answer.value.contact] as const] : []), [mine, own] as const].filter(([, contact]) => contact)
  if (known.length === 0) return null
  return (
    <>
      <h3>{t('agreement.contacts')}</h3>
      <ul className={styles.list}>
        {known.map(([note, contact]) => (
          <li key={note.id}>
            {sayWho(note, language)}: {isolate(contact)}
          </li>
        ))}
      </ul>
    </>
  )
}
