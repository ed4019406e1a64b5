import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { heldKeys } from '../../keys/keyCaps.ts'
import { LostNote } from '../../notes/LostNote.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { NO_FILTER } from '../../state/noteFilter.ts'
import { filterNotes, orderNotes, selectListed, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { ListFilters } from './ListFilters.tsx'
import { NoteActions } from './NoteActions.tsx'
import { NoteTableRow } from './NoteTableRow.tsx'
import styles from './NoteTable.module.css'
import { pairStandings } from './pairStandings.ts'
import { SelectedNotes } from './SelectedNotes.tsx'
import { COLUMNS, nextSort, orderOf, sortNotes, sortOf, type Column, type NoteSort } from './sortNotes.ts'
import { useListFocus } from './useListFocus.ts'
import { useNearRows } from './useNearRows.ts'
import { useShownNotes } from './useShownNotes.ts'

export interface NoteTableProps {
  /** Possible matches of a note, where they are known. */
  matchCounts?: ReadonlyMap<NoteId, number>
}

/** A row with a text of one line. */
const LIKELY = { height: 53 }

/** All notes as a table, to be sorted by any column and worked through: the same notes, filter, selection and actions as in the list. */
export function NoteTable({ matchCounts }: NoteTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const [sort, setSort] = useState<NoteSort>(() => sortOf(useView.getState().order))
  const wall = useSessionState(({ wall }) => ({ notes: wall.notes, pairs: wall.pairs }))
  const standings = useMemo(() => pairStandings(wall.pairs), [wall.pairs])
  const inOrder = useCallback(
    (ids: readonly NoteId[]) =>
      sortNotes(ids, wall.notes, sort, { countryName: (code) => countryName(code, language), compareNames: new Intl.Collator(language, { numeric: true }).compare, matchCounts, standings }),
    [wall.notes, sort, language, matchCounts, standings],
  )
  const { notes, shown, waiting, takeIn, loaded, found, edited } = useShownNotes({ key: `${sort.by} ${sort.isDown}`, inOrder })
  const selection = useView((view) => view.selection)
  const isFromHere = useView((view) => view.selection === view.listSelection)
  const unselect = (): void => {
    selectListed([])
    goToCurrent()
  }
  const { list, current, goToCurrent, handlers } = useListFocus<HTMLTableSectionElement>(shown, { onEdit: edited.start, isSelecting: false, onLeaveSelecting: unselect })
  const scroller = useRef<HTMLDivElement>(null)
  const near = useNearRows({ ids: shown, scroller, current, edited: edited.id }, LIKELY)
  const dates = useMemo(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }), [language])

  const sortBy = (column: Column): void => {
    const next = nextSort(sort, column)
    setSort(next)
    const order = orderOf(next)
    if (order) orderNotes(order)
  }
  const [one, ...more] = selection
  const only = one !== undefined && more.length === 0 ? notes.get(one) : undefined
  const drawn = near.getVirtualItems()
  const below = near.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div className={styles.panel}>
      <ListFilters count={notes.size} found={found} hasOrder={false} />
      {edited.lost && <LostNote key={edited.lost.note.id} {...edited.lost} onClose={edited.forgetLost} />}
      <div className={styles.frame}>
        {waiting.length > 0 && (
          <Button look="primary" icon={<ArrowUp aria-hidden="true" />} className={styles.waiting} onPress={takeIn}>
            {t('list.new', { count: waiting.length })}
          </Button>
        )}
        <div ref={scroller} className={styles.scroller}>
          <p id="table-help" className={styles.unseen}>
            {t('table.help', heldKeys(t))}
          </p>
          <table aria-label={t('list.title')} aria-describedby="table-help" aria-rowcount={shown.length + 1} className={styles.table}>
            <thead>
              <tr aria-rowindex={1}>
                {me && (
                  <th scope="col" className={styles.boxHead}>
                    <input
                      type="checkbox"
                      aria-label={t('selected.all')}
                      className={styles.box}
                      checked={shown.length > 0 && shown.every((id) => selection.has(id))}
                      onChange={({ target }) => selectListed(target.checked ? shown : [])}
                    />
                  </th>
                )}
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" aria-sort={sort.by === column ? (sort.isDown ? 'descending' : 'ascending') : undefined} className={styles[`${column}Head`]}>
                    <PlainButton className={classes(styles.head)} onPress={() => sortBy(column)}>
                      {t(`table.${column}`)}
                      {sort.by === column && (sort.isDown ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" />)}
                    </PlainButton>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={list} {...handlers}>
              {drawn.flatMap(({ index, start }, place) => {
                const id = shown[index]
                const note = id === undefined ? undefined : notes.get(id)
                if (!note) return []
                const gap = start - (drawn[place - 1]?.end ?? 0)
                return [
                  ...(gap > 0 ? [<Gap key={`before ${note.id}`} height={gap} />] : []),
                  <NoteTableRow
                    key={note.id}
                    note={note}
                    at={index}
                    measure={near.measureElement}
                    isMine={note.author === me?.id}
                    hasBox={me !== undefined}
                    isSelected={selection.has(note.id)}
                    isCurrent={note.id === current}
                    isEdited={note.id === edited.id}
                    standing={standings.get(note.id) ?? ''}
                    matchCount={matchCounts?.get(note.id)}
                    dates={dates}
                    onEdit={edited.start}
                    onText={edited.keep}
                  />,
                ]
              })}
              {below > 0 && <Gap height={below} />}
            </tbody>
          </table>
          {loaded && shown.length === 0 && (
            <div data-no-notes className={styles.empty}>
              <p>{found < notes.size ? t('list.nothingFound') : t('list.empty')}</p>
              {found < notes.size && <Button onPress={() => filterNotes(NO_FILTER)}>{t('list.showAll')}</Button>}
            </div>
          )}
        </div>
      </div>
      <p role="status" className={styles.unseen}>
        {isFromHere && selection.size > 1 && t('hand.selected', { count: selection.size })}
      </p>
      {me && isFromHere && selection.size > 1 && <SelectedNotes onSelectAll={() => selectListed(shown)} onDone={unselect} />}
      {only && shown.includes(only.id) && (
        <div className={styles.actions}>
          <NoteActions note={only} isEdited={only.id === edited.id} onEdit={edited.start} />
        </div>
      )}
    </div>
  )
}

/** Stands for rows that are not drawn; for the eye only. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={COLUMNS.length + 1} style={{ blockSize: height }} />
    </tr>
  )
}
