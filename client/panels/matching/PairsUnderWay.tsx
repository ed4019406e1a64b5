import { ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Pair } from '#shared/wall/schema.ts'
import { supportersOf } from '#shared/wall/supportsOf.ts'
import { closedWords } from '../../pairing/closedWords.ts'
import { isOwnTurn, pairsOf, turnOf } from '../../pairing/pairsOf.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { StateChip } from '../../pairing/StateChip.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { joinNotes, openPair } from '../../state/viewStore.ts'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import panelStyles from './MatchPanel.module.css'
import styles from './PairsUnderWay.module.css'

/** Matches that have become more than a possibility, pinned above the others. */
export function PairsUnderWay({ ids }: { ids: readonly NoteId[] }) {
  const { t } = useTranslation()
  const pairs = useSessionState(({ wall }) => pairsOf(wall, ids))
  if (pairs.length === 0) return null
  return (
    <section className={panelStyles.section}>
      <h2 className={panelStyles.title}>{t('match.underWay')}</h2>
      <ul className={styles.list}>
        {pairs.map((pair) => (
          <PairRow key={pair.id} pair={pair} />
        ))}
      </ul>
    </section>
  )
}

function PairRow({ pair }: { pair: Pair }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const [need, offer] = useSessionState(({ wall }) => [wall.notes.get(pair.need), wall.notes.get(pair.offer)])
  const turn = useSessionState(({ wall }) => turnOf(wall, pair, me?.id))
  const closed = useSessionState(({ wall }) => closedWords(pair, wall, { t, language }))
  const supporters = useSessionState(({ wall }) => supportersOf(pair.facts).flatMap(({ by }) => wall.people.get(by) ?? []))
  if (!need || !offer || !pair.state) return null
  const join = (): void => joinNotes({ need: need.id, offer: offer.id })
  const leave = (): void => joinNotes(undefined)
  return (
    <li onPointerEnter={join} onPointerLeave={leave} onFocus={join} onBlur={leave}>
      <Button className={classes(styles.row)} onPress={() => openPair(pair.id)}>
        <span className={styles.head}>
          <StateChip state={pair.state} />
          {turn && isOwnTurn(turn) && <strong className={styles.turn}>{t(`pair.turn.${turn}`)}</strong>}
          {supporters.length > 0 && <span className={styles.who}>{t('contact.supportedBy', { who: supporters.map((person) => sayWho(person, language)).join(', ') })}</span>}
        </span>
        {[need, offer].map((note) => (
          <span key={note.id} className={classes(styles.note, styles[note.kind])}>
            <span className={styles.who}>
              {t(`kind.${note.kind}`)}, {note.author === me?.id && !note.writtenBy ? t('pair.you') : sayWho(note, language)}
            </span>
            <span dir="auto" lang={note.lang === 'und' ? undefined : note.lang} className={styles.text}>
              {note.text}
            </span>
          </span>
        ))}
        {closed && <span className={styles.who}>{closed}</span>}
        <ChevronRight aria-hidden="true" className={styles.sign} />
      </Button>
    </li>
  )
}
