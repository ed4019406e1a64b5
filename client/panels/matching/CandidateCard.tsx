import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { countryName } from '#shared/countries/countryName.ts'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import { otherHalf, type Exchange } from '#shared/matching/findExchanges.ts'
import { sidesOf } from '#shared/permissions/can.ts'
import { notesOfPair } from '#shared/wall/ids.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import type { Note } from '#shared/wall/schema.ts'
import { InterestForm } from '../../pairing/InterestForm.tsx'
import { isDismissed } from '../../pairing/isDismissed.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { pairOf } from '../../pairing/pairOf.ts'
import { reasonInWords } from '../../pairing/reasonInWords.ts'
import { StateChip } from '../../pairing/StateChip.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { joinNotes, openPair } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './CandidateCard.module.css'
import type { Matches } from './createMatches.ts'
import { QuietPair } from './QuietPair.tsx'
import { STOP } from './useStops.ts'

interface CandidateCardProps {
  /** The note whose matches are read. */
  note: Note
  candidate: Candidate
  isNew: boolean
  matches: Matches
  exchanges: readonly Exchange[]
}

/** One possible match: both notes, why, and what to do about it. */
export function CandidateCard({ note, candidate, isNew, matches, exchanges }: CandidateCardProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const { me } = session
  const id = pairOf(note, candidate.id)
  const other = useSessionState(({ wall }) => wall.notes.get(candidate.id))
  const pair = useSessionState(({ wall }) => wall.pairs.get(id))
  const mine = useSessionState(({ wall }) => sidesOf(wall, id, me?.id))
  const isAside = useSessionState(({ wall }) => pair !== undefined && !pair.state && isDismissed(pair, me?.id, wall.notes))
  const isTaken = useStore(matches.store, ({ taken }) => taken.has(candidate.id))
  const [isAsking, setAsking] = useState(false)
  if (!other) return null

  if (isAside) {
    return (
      <li {...STOP} tabIndex={-1} className={styles.dismissed}>
        <span role="status">{t('match.setAside')}</span>
        <Button look="quiet" onPress={() => session.commit([{ type: 'recallPair', pair: id }])}>
          {t('common.undo')}
        </Button>
      </li>
    )
  }

  const { reasons, likelihood } = candidate
  const spans = note.kind === 'need' ? { own: reasons.spansNeed, others: reasons.spansOffer } : { own: reasons.spansOffer, others: reasons.spansNeed }
  const side = mine.includes(note.kind) ? note.kind : mine[0]
  const ends = notesOfPair(id)
  const half = otherHalf(exchanges, id)
  const join = (): void => joinNotes(ends)
  const leave = (): void => joinNotes(undefined)
  // What the arrow keys stop at is told in one sentence; the rest is read from there.
  const spoken = `${t(`match.likelihood.${likelihood}`)}. ${t('list.item', { kind: t(`kind.${other.kind}`), text: other.text, name: other.name, country: countryName(other.country, language) })}`
  return (
    <li {...STOP} tabIndex={-1} aria-label={spoken} className={styles.card} onPointerEnter={join} onPointerLeave={leave} onFocus={join} onBlur={leave}>
      <p className={styles.head}>
        <span className={classes(styles.likelihood, styles[likelihood])}>{t(`match.likelihood.${likelihood}`)}</span>
        {isNew && <span className={styles.new}>{t('match.newMark')}</span>}
        {half && (
          <span className={styles.exchange}>
            <ArrowLeftRight aria-hidden="true" />
            {t('match.exchangeMark')}
          </span>
        )}
        {pair?.state && <StateChip state={pair.state} />}
        {isTaken && <span className={styles.taken}>{t('match.taken')}</span>}
      </p>
      <NotePaper note={other} spans={spans.others} />
      <NotePaper note={note} spans={spans.own} quiet whose={note.author === me?.id && !note.writtenBy ? t('match.yourNote') : t('match.thisNote')} />
      <ul className={styles.reasons}>
        {reasonInWords(reasons, { t, language, topicLabel: matches.topicLabel, unknownSide: other.kind }).map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
      {half && (
        <Disclosure title={t('match.exchangeHalf')}>
          <QuietPair id={half} />
        </Disclosure>
      )}
      {pair?.state && (
        <div className={styles.actions}>
          <Button onPress={() => openPair(id)}>{t('match.open')}</Button>
        </div>
      )}
      {!pair?.state && side && !isAsking && (
        <div className={styles.actions}>
          <Button look="quiet" onPress={() => session.commit([{ type: 'dismissPair', pair: id }])}>
            {t('match.notMatch')}
          </Button>
          <Button look="primary" onPress={() => setAsking(true)}>
            {t('match.interested')}
          </Button>
        </div>
      )}
      {!pair?.state && side && isAsking && (
        <InterestForm pair={id} side={side} other={note.kind === otherSide(side) ? note : other} onCancel={() => setAsking(false)} autoFocus />
      )}
    </li>
  )
}
