import { CheckCircle2, CircleAlert, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { changedFields, hasConfirmed } from '#shared/wall/pairState.ts'
import { NOTE_KINDS, type Note, type Pair, type Side } from '#shared/wall/schema.ts'
import { countriesOf } from '../../pairing/cardInWords.ts'
import { isolate, sayWho } from '../../pairing/sayWho.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { CardChanges } from './CardChanges.tsx'
import styles from './ConfirmBox.module.css'
import { ConsentBox } from './ConsentBox.tsx'

interface ConfirmBoxProps {
  pair: Pair
  notes: Readonly<Record<Side, Note>>
  /** The sides that the reader speaks for. */
  mine: readonly Side[]
}

/** Who has confirmed the card as it reads now, and the button that confirms it for one's own side. */
export function ConfirmBox({ pair, notes, mine }: ConfirmBoxProps) {
  const { t } = useTranslation()
  const session = useSession()
  const { id, facts, card } = pair
  const open = mine.filter((side) => !hasConfirmed(facts, card, side))
  const isEmpty = card.what.trim() === ''
  const words = (side: Side): string =>
    mine.length > 1 ? t('card.confirmFor', { name: isolate(notes[side].name) }) : t(facts.confirm[side] ? 'card.confirmAgain' : 'card.confirm')
  return (
    <section className={styles.box} aria-labelledby="confirm-title">
      <h3 id="confirm-title" className={styles.title}>
        {t('card.confirmTitle')}
      </h3>
      <ul className={styles.sides} aria-live="polite">
        {NOTE_KINDS.map((side) => (
          <ConfirmState key={side} pair={pair} side={side} note={notes[side]} />
        ))}
      </ul>
      <ChangesSince pair={pair} notes={notes} />
      {mine.length > 0 && <ConsentBox />}
      {open.length > 0 && (
        <>
          <p className={styles.means}>{t(isEmpty ? 'card.confirmFirst' : 'card.confirmMeans')}</p>
          <div className={styles.actions}>
            {open.map((side) => (
              <Button key={side} look="primary" large isDisabled={isEmpty} onPress={() => session.commit([{ type: 'confirmCard', pair: id, side }])}>
                {words(side)}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

/** What has changed since a side confirmed; once where both confirmed the same. */
function ChangesSince({ pair: { facts, card }, notes }: Pick<ConfirmBoxProps, 'pair' | 'notes'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const countries = countriesOf(notes, language)
  const { need, offer } = facts.confirm
  if (need && offer && changedFields(need.card, offer.card).length === 0) {
    return hasConfirmed(facts, card, 'need') ? null : <CardChanges title={t('card.changesSinceBoth')} before={need.card} now={card} countries={countries} />
  }
  return NOTE_KINDS.map((side) => {
    const before = facts.confirm[side]?.card
    if (!before || hasConfirmed(facts, card, side)) return null
    return <CardChanges key={side} title={t('card.changesSince', { who: sayWho(notes[side], language) })} before={before} now={card} countries={countries} />
  })
}

function ConfirmState({ pair: { facts, card }, side, note }: { pair: Pair; side: Side; note: Note }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const who = sayWho(note, language)
  const confirmation = facts.confirm[side]
  if (!confirmation) {
    return (
      <li>
        <CircleDashed aria-hidden="true" /> {t('card.notConfirmed', { who })}
      </li>
    )
  }
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(confirmation.at)
  return hasConfirmed(facts, card, side) ? (
    <li className={styles.yes}>
      <CheckCircle2 aria-hidden="true" /> {t('card.confirmedAt', { who, time })}
    </li>
  ) : (
    <li className={styles.changed}>
      <CircleAlert aria-hidden="true" /> {t('card.changedSince', { who, time })}
    </li>
  )
}
