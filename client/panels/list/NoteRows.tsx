import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, type ComponentProps, type ReactElement, type RefObject } from 'react'
import type { NoteId } from '#shared/wall/ids.ts'
import type { RowPlace } from './NoteItem.tsx'
import styles from './NoteList.module.css'
import { rowsToKeep } from './rowsToKeep.ts'

interface NoteRowsProps extends ComponentProps<'ul'> {
  ids: readonly NoteId[]
  scroller: RefObject<HTMLElement | null>
  /** The item that Tab goes to, and the one that is written in: they are there wherever the list was scrolled. */
  current: NoteId | undefined
  edited: NoteId | undefined
  row: (id: NoteId, place: RowPlace) => ReactElement | undefined
}

/** A common note of two lines, in CSS pixels; each is measured when it is drawn. */
const LIKELY_HEIGHT = 108
const GAP = 8
/** Drawn above and below what is in sight: enough that nobody sees one being drawn, and that small walls are there whole. */
const BEYOND = 8

/** Draws the items that are in sight or soon will be, of however many. Their number and place are said to who hears them. */
export function NoteRows({ ids, scroller, current, edited, row, ...rest }: NoteRowsProps) {
  const kept = rowsToKeep(ids, current, edited)
  const keptKey = kept.join()
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same places are the same array
    [keptKey],
  )
  // With another function all heights are gone through again.
  const getItemKey = useCallback((at: number) => ids[at] ?? at, [ids])
  // eslint-disable-next-line react-hooks/incompatible-library -- warns about a compiler that does not compile this
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT,
    getItemKey,
    gap: GAP,
    overscan: BEYOND,
    rangeExtractor,
  })
  return (
    // Safari drops the role of a list without bullets unless it is said.
    <ul role="list" {...rest} className={styles.list} style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const id = ids[index]
        return id === undefined ? undefined : row(id, { at: index, of: ids.length, start, measure: rows.measureElement })
      })}
    </ul>
  )
}
