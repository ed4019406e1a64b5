import { CalendarPlus, Printer } from 'lucide-react'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sidesOf } from '#shared/permissions/can.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import { NOTE_KINDS, type Note, type Pair, type Side } from '#shared/wall/schema.ts'
import { closedWords } from '../../pairing/closedWords.ts'
import { firstStepDay } from '../../pairing/firstStepDay.ts'
import { isOwnTurn, pairsOf, turnOf } from '../../pairing/pairsOf.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { StateChip } from '../../pairing/StateChip.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { openPair, printPairs } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './MyPairs.module.css'
import { saveCalendar } from './saveCalendar.ts'

interface OwnPair {
  readonly pair: Pair
  readonly notes: Readonly<Record<Side, Note>>
  readonly mine: Side
}

/** This person's pairs with whose turn it is, and their agreements, each to print and for the calendar. */
export function MyPairs() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me, wallId } = useSession()
  const wall = useSessionState((state) => state.wall)
  const own = pairsOf(wall, [...wall.notes.keys()]).flatMap((pair): OwnPair[] => {
    const [mine] = sidesOf(wall, pair.id, me?.id)
    const [need, offer] = [wall.notes.get(pair.need), wall.notes.get(pair.offer)]
    return mine && need && offer ? [{ pair, notes: { need, offer }, mine }] : []
  })
  const isAgreed = ({ pair: { state } }: OwnPair): boolean => state === 'agreed' || state === 'done'
  const agreed = own.filter(isAgreed)
  const underWay = own.filter((one) => !isAgreed(one))
  const dayOf = ({ pair, notes }: OwnPair) => firstStepDay(t, language, wallId, pair, notes)
  const days = agreed.flatMap((one) => dayOf(one) ?? [])
  return (
    <>
      <section aria-labelledby="my-pairs" className={styles.part}>
        <h3 id="my-pairs">{t('mine.pairs')}</h3>
        {underWay.length === 0 && <p className={styles.quiet}>{t('mine.pairsEmpty')}</p>}
        <ul className={styles.list}>
          {underWay.map((one) => (
            <li key={one.pair.id} className={styles.pair}>
              <PairWords {...one} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="my-agreements" className={styles.part}>
        <h3 id="my-agreements">{t('mine.agreements')}</h3>
        {agreed.length === 0 && <p className={styles.quiet}>{t('mine.agreementsEmpty')}</p>}
        {agreed.length > 1 && (
          <div className={styles.tools}>
            <Button icon={<Printer aria-hidden="true" />} onPress={() => printPairs(agreed.map(({ pair }) => pair.id))}>
              {t('mine.printAll')}
            </Button>
            <Button icon={<CalendarPlus aria-hidden="true" />} isDisabled={days.length === 0} onPress={() => saveCalendar(days, 'first-steps.ics')}>
              {t('mine.calendarAll')}
            </Button>
          </div>
        )}
        <ul className={styles.list}>
          {agreed.map((one) => (
            <li key={one.pair.id} className={styles.pair}>
              <PairWords {...one}>
                <PairPapers {...one} />
              </PairWords>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** @param props.children further buttons, beside the one that opens the pair */
function PairWords({ pair, notes, mine, children }: OwnPair & { children?: ReactNode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const turn = useSessionState(({ wall }) => turnOf(wall, pair, me?.id))
  const closed = useSessionState(({ wall }) => closedWords(pair, wall, { t, language }))
  const who = sayWho(notes[otherSide(mine)], language)
  return (
    <>
      <p className={styles.head}>
        {pair.state && <StateChip state={pair.state} />}
        {turn && <span className={isOwnTurn(turn) ? styles.turn : styles.quiet}>{t(`pair.turn.${turn}`)}</span>}
      </p>
      <p className={styles.who}>{who}</p>
      <p>
        <bdi>{pair.card.what.trim() || notes[otherSide(mine)].text}</bdi>
      </p>
      {closed && <p className={styles.quiet}>{closed}</p>}
      <div className={styles.tools}>
        <Button aria-label={t('mine.open', { who })} onPress={() => openPair(pair.id)}>
          {t('pair.news.open')}
        </Button>
        {children}
      </div>
    </>
  )
}

/** A pair on paper and in the calendar. */
export function PairPapers({ pair, notes }: Pick<OwnPair, 'pair' | 'notes'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { wallId } = useSession()
  const day = firstStepDay(t, language, wallId, pair, notes)
  const who = NOTE_KINDS.map((side) => sayWho(notes[side], language)).join(', ')
  return (
    <div className={styles.tools}>
      <Button icon={<Printer aria-hidden="true" />} aria-label={t('mine.printOne', { who })} onPress={() => printPairs([pair.id])}>
        {t('mine.print')}
      </Button>
      <Button
        icon={<CalendarPlus aria-hidden="true" />}
        aria-label={t('mine.calendarOne', { who })}
        isDisabled={!day}
        onPress={() => day && saveCalendar([day], `first-step-${notes.need.country}-${notes.offer.country}.ics`)}
      >
        {t('mine.calendar')}
      </Button>
      {!day && <span className={styles.quiet}>{t('mine.noDay')}</span>}
    </div>
  )
}
