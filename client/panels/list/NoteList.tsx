import { ArrowUp, StickyNote } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteId } from '#shared/wall/ids.ts'
import { closedLines } from '../../pairing/closedWords.ts'
import { sectionOf } from '#shared/wall/sections.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { NO_FILTER } from '../../state/noteFilter.ts'
import { filterNotes, selectListed, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { LOW, useMedia } from '../../ui/useMedia.ts'
import { ListFilters } from './ListFilters.tsx'
import { heldKeys } from '../../keys/keyCaps.ts'
import { LostNote } from '../../notes/LostNote.tsx'
import { NoteItem } from './NoteItem.tsx'
import { NoteRows } from './NoteRows.tsx'
import { SelectedNotesLater } from './SelectedNotesLater.tsx'
import styles from './NoteList.module.css'
import { pairStandings, supporterNames } from './pairStandings.ts'
import { useListFocus } from './useListFocus.ts'
import { useShownNotes } from './useShownNotes.ts'

interface NoteListProps {
  /** Possible matches of a note, where they are known. */
  matchCounts?: ReadonlyMap<NoteId, number>
  /** Where writing begins; offered while there is nothing to read. */
  onWrite?: () => void
}

/** All notes as one real list: to read, find, filter and change them without the canvas. */
export function NoteList({ matchCounts, onWrite }: NoteListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const { notes, shown, waiting, takeIn, loaded, found, edited } = useShownNotes()
  const pairs = useSessionState(({ wall }) => wall.pairs)
  const selection = useView((view) => view.selection)
  const standings = useMemo(() => pairStandings(pairs), [pairs])
  const people = useSessionState(({ wall }) => wall.people)
  const sections = useSessionState(({ wall }) => wall.sections)
  const supporters = useMemo(() => supporterNames({ pairs, people }), [pairs, people])
  const closed = useMemo(() => closedLines({ notes, pairs, people }, { t, language }), [notes, pairs, people, t, language])
  const [isSelecting, setSelecting] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const part = useRef<HTMLDivElement>(null)
  // On a low screen the filters go up with the notes.
  const scroller = useMedia(LOW) ? panel : part
  const isFromHere = useView((view) => view.selection === view.listSelection)
  const isSeveral = isSelecting || selection.size > 1
  const leaveSelecting = (): void => {
    setSelecting(false)
    selectListed([])
    goToCurrent()
  }
  const { list, current, goToCurrent, handlers } = useListFocus<HTMLUListElement>(shown, { onEdit: edited.start, isSelecting, onLeaveSelecting: leaveSelecting })

  // Always the same function: the controls above are not drawn again with every change of the wall.
  const leave = useRef(leaveSelecting)
  useEffect(() => {
    leave.current = leaveSelecting
  })
  const onSelecting = useCallback((isWanted: boolean) => (isWanted ? setSelecting(true) : leave.current()), [])

  const isFiltered = found < notes.size
  return (
    <div ref={panel} className={styles.panel}>
      <ListFilters count={notes.size} found={found} isSelecting={isSelecting} onSelecting={onSelecting} />
      <div ref={part} className={styles.scroller}>
        {waiting.length > 0 && (
          <Button look="primary" icon={<ArrowUp aria-hidden="true" />} className={styles.waiting} onPress={takeIn}>
            {t('list.new', { count: waiting.length })}
          </Button>
        )}
        {edited.lost && <LostNote key={edited.lost.note.id} {...edited.lost} onClose={edited.forgetLost} />}
        <p id="list-help" className={styles.help}>
          {t('list.help', heldKeys(t))}
        </p>
        <NoteRows
          ref={list}
          aria-label={t('list.title')}
          aria-describedby="list-help"
          {...handlers}
          ids={shown}
          scroller={scroller}
          current={current}
          edited={edited.id}
          row={(id, place) => {
            const note = notes.get(id)
            return (
              note && (
                <NoteItem
                  key={id}
                  {...place}
                  note={note}
                  isMine={note.author === me?.id}
                  isSelected={selection.has(id)}
                  isCurrent={id === current}
                  isOneOfSeveral={isSeveral}
                  hasCheckBox={isSelecting}
                  isEdited={id === edited.id}
                  standing={standings.get(id) ?? ''}
                  supporters={supporters.get(id) ?? ''}
                  closed={closed.get(id) ?? ''}
                  section={sectionOf(note, sections.values())?.title}
                  matchCount={matchCounts?.get(id)}
                  onEdit={edited.start}
                  onText={edited.keep}
                />
              )
            )
          }}
        />
        {!loaded && shown.length === 0 && (
          <div role="status" className={styles.empty}>
            <p>{t('wall.opening')}</p>
          </div>
        )}
        {loaded && shown.length === 0 && (
          <div data-no-notes className={styles.empty}>
            <StickyNote aria-hidden="true" />
            <p className={styles.emptyTitle}>{isFiltered ? t('list.nothingFound') : t('list.empty')}</p>
            {isFiltered ? (
              <Button onPress={() => filterNotes(NO_FILTER)}>{t('list.showAll')}</Button>
            ) : (
              <>
                <p>{t('list.emptyHelp')}</p>
                {onWrite && (
                  <Button look="primary" onPress={onWrite}>
                    {t('wall.write')}
                  </Button>
                )}
              </>
            )}
          </div>
        )}
      </div>
      <p role="status" className={styles.help}>
        {isFromHere && isSeveral && t('hand.selected', { count: selection.size })}
      </p>
      {me && (isSelecting || (isFromHere && selection.size > 1)) && <SelectedNotesLater onSelectAll={() => selectListed(shown)} onDone={leaveSelecting} />}
    </div>
  )
}
