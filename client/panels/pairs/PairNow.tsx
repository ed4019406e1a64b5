import { useTranslation } from 'react-i18next'
import { can } from '#shared/permissions/can.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { answerOf, askedOf, hasDeclinedSuggestion, otherSide, willAnswerLater } from '#shared/wall/pairState.ts'
import { NOTE_KINDS, type Note, type Pair, type Side } from '#shared/wall/schema.ts'
import { unreachable } from '#shared/wall/unreachable.ts'
import { closedWords } from '../../pairing/closedWords.ts'
import { InterestForm } from '../../pairing/InterestForm.tsx'
import { sayWho } from '../../pairing/sayWho.ts'
import { SpotField } from '../../pairing/SpotField.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { AgreedBanner } from './AgreedBanner.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { CardFields } from './CardFields.tsx'
import { CardWords } from './CardWords.tsx'
import { CloseForm } from './CloseForm.tsx'
import { ConfirmBox } from './ConfirmBox.tsx'
import { ContactLine } from './ContactLine.tsx'
import { PairPapers } from './MyPairs.tsx'
import styles from './PairDialog.module.css'
import { SuggestForm } from './SuggestForm.tsx'

interface PairNowProps {
  pair: Pair
  notes: Readonly<Record<Side, Note>>
  /** The sides that the reader speaks for; none for whoever only reads. */
  mine: readonly Side[]
}

/** What there is to know and to do in the state a pair is in. */
export function PairNow({ pair, notes, mine }: PairNowProps) {
  const { state } = pair
  switch (state) {
    case undefined:
      return <Untouched pair={pair} notes={notes} mine={mine} />
    case 'suggested':
    case 'interested':
      return <Asked pair={pair} notes={notes} mine={mine} />
    case 'declined':
      return <Declined pair={pair} notes={notes} mine={mine} />
    case 'contacted':
    case 'agreed':
    case 'done':
    case 'dropped':
      return <WayForward pair={pair} notes={notes} mine={mine} />
    default:
      return unreachable(state)
  }
}

/** Two notes that nobody has put together yet: a side asks the other, a facilitator asks both. */
function Untouched({ pair: { id }, notes, mine: [own] }: PairNowProps) {
  const { t } = useTranslation()
  const { role, me } = useSession()
  const maySuggest = useSessionState(({ wall }) => can(role, me?.id, { type: 'suggestPair', pair: id, line: '' }, wall))
  if (own) return <InterestForm pair={id} side={own} other={notes[otherSide(own)]} />
  return maySuggest ? <SuggestForm pair={id} /> : <p>{t('pair.nobodyYet')}</p>
}

/** One side is interested, or a facilitator has put the two together: whoever is asked answers here. */
function Asked({ pair: { id, facts, state }, notes, mine }: PairNowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const withdraw: Edit = { type: 'withdrawSuggestion', pair: id }
  const mayWithdraw = useSessionState(({ wall }) => can(session.role, session.me?.id, withdraw, wall))
  return (
    <>
      {NOTE_KINDS.map((side) => {
        const asked = askedOf(facts, side)
        if (!asked) return null
        const isLater = willAnswerLater(facts, side)
        if (mine.includes(side)) {
          const is = state === 'suggested' ? 'suggestion' : 'interest'
          return <AnswerForm key={side} request={{ is, pair: id, side, asked, isLater }} other={notes[otherSide(side)]} />
        }
        const who = sayWho(notes[side], language)
        return <Notice key={side}>{t(isLater ? 'contact.willAnswerLater' : state === 'suggested' ? 'contact.suggestedTo' : 'pair.waiting', { who })}</Notice>
      })}
      {mayWithdraw && (
        <div>
          <Button onPress={() => session.commit([withdraw])}>{t('contact.withdrawSuggestion')}</Button>
        </div>
      )}
    </>
  )
}

function Declined({ pair: { id, facts }, notes, mine }: PairNowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const decliner = NOTE_KINDS.find((side) => answerOf(facts, side)?.accepted === false || hasDeclinedSuggestion(facts, side))
  if (!decliner) return null
  if (!mine.includes(decliner)) return <Notice>{t('pair.declinedBy', { who: sayWho(notes[decliner], language) })}</Notice>
  return (
    <>
      <Notice>{t('pair.declinedByYou')}</Notice>
      <InterestForm pair={id} side={decliner} other={notes[otherSide(decliner)]} />
    </>
  )
}

function WayForward({ pair, notes, mine }: PairNowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const { state, facts } = pair
  const isClosed = state === 'done' || state === 'dropped'
  const isOpenToMe = mine.length > 0 && !isClosed
  const [own] = mine
  const closed = useSessionState(({ wall }) => closedWords(pair, wall, { t, language }))
  const wasAgreed = state === 'contacted' && NOTE_KINDS.every((side) => facts.confirm[side])
  return (
    <>
      {/* There before its words: a screen reader tells what comes into it. */}
      <div role="status" className={styles.agreed}>
        {(state === 'agreed' || wasAgreed) && <AgreedBanner notes={notes} isChanged={wasAgreed} />}
      </div>
      {isClosed && (
        <Notice look={state === 'done' ? 'good' : 'info'}>
          <div className={styles.closed}>
            {closed}
            {own && <Button onPress={() => session.commit([{ type: 'reopenPair', pair: pair.id }])}>{t('card.reopen')}</Button>}
          </div>
        </Notice>
      )}
      {own && mine.length === 1 && (
        <>
          <ContactLine pair={pair.id} person={notes[otherSide(own)].author} other={notes[otherSide(own)]} />
          {!isClosed && <SpotField />}
        </>
      )}
      <section className={styles.card} aria-labelledby="card-title">
        <h3 id="card-title" className={styles.cardTitle}>
          {t(isOpenToMe ? 'card.title' : 'card.titleRead')}
        </h3>
        {isOpenToMe && <p className={styles.intro}>{t(state === 'agreed' ? 'card.agreedChange' : 'card.intro')}</p>}
        {isOpenToMe ? <CardFields pair={pair} {...notes} /> : <CardWords pair={pair} {...notes} />}
        <ConfirmBox pair={pair} notes={notes} mine={isOpenToMe ? mine : []} />
      </section>
      <PairPapers pair={pair} notes={notes} />
      {isOpenToMe && <CloseForm pair={pair.id} />}
      {mine.length === 0 && <p className={styles.intro}>{t('pair.openToSides')}</p>}
    </>
  )
}
