import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Exchange } from '#shared/matching/findExchanges.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { noteLang } from '../../notes/noteLang.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { StateChip } from '../../pairing/StateChip.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { joinNotes } from '../../state/viewStore.ts'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import type { Matches } from './createMatches.ts'
import type { MatchFilter } from './matchFilter.ts'
import { NoteCandidates } from './NoteCandidates.tsx'
import { STOP } from './useStops.ts'
import styles from './WallNeed.module.css'
import type { WallRow } from './wallRows.ts'

interface WallNeedProps {
  row: WallRow
  matches: Matches
  filter: MatchFilter
  exchanges: readonly Exchange[]
  opened: ReadonlySet<NoteId>
  onOpen: (id: NoteId, isOpen: boolean) => void
}

/** One need in a line or two: who needs what, the best offer, and how much more there is. Opened, all that may answer it. */
export function WallNeed({ row, opened, onOpen, ...rest }: WallNeedProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const inside = useId()
  const [need, offer] = useSessionState(({ wall }) => [wall.notes.get(row.need), row.best && wall.notes.get(row.best.offer)])
  if (!need) return null
  const isOpen = opened.has(need.id)
  const join = (): void => offer && joinNotes({ need: need.id, offer: offer.id })
  const leave = (): void => joinNotes(undefined)
  const counts = [
    ...(row.likely > 0 ? [t('match.countLikely', { number: row.likely })] : []),
    ...(row.possible > 0 ? [t('match.countPossible', { number: row.possible })] : []),
  ]
  return (
    <li className={styles.item}>
      <h3>
        <Button {...STOP} aria-expanded={isOpen} aria-controls={inside} className={styles.row ?? ''} onPress={() => onOpen(need.id, !isOpen)} onHoverStart={join} onHoverEnd={leave} onFocus={join} onBlur={leave}>
          <span className={styles.words}>
            <Line note={need} who={sayWho(need, language)} />
            {offer && <Line note={offer} who={sayWho(offer, language)} />}
            <span className={styles.counts}>
              {row.states.map((state) => (
                <StateChip key={state} state={state} />
              ))}
              <span>{counts.length > 0 ? new Intl.ListFormat(language, { type: 'unit' }).format(counts) : t('match.nothingYet')}</span>
            </span>
          </span>
          {isOpen ? <ChevronUp aria-hidden="true" className={styles.sign} /> : <ChevronDown aria-hidden="true" className={styles.sign} />}
        </Button>
      </h3>
      {isOpen && (
        <div id={inside} className={styles.inside}>
          <NoteCandidates note={need} {...rest} />
        </div>
      )}
    </li>
  )
}

function Line({ note, who }: { note: Note; who: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes(styles.note, styles[note.kind])}>
      <span className={styles.who}>
        {t(`kind.${note.kind}`)}, {who}
      </span>
      <span dir="auto" lang={noteLang(note)} className={styles.text}>
        {note.text.trim() || t('note.empty')}
      </span>
    </span>
  )
}
