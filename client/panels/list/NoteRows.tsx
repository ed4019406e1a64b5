import type { ComponentProps, ReactElement } from 'react'
import type { NoteId } from '#shared/wall/ids.ts'
import styles from './NoteList.module.css'
import { useNearRows, type NearRows, type RowPlace } from './useNearRows.ts'

interface NoteRowsProps extends NearRows, ComponentProps<'ul'> {
  row: (id: NoteId, place: RowPlace) => ReactElement | undefined
}

/** A common note of two lines, and what is between two. */
const LIKELY = { height: 108, gap: 8 }

/** The items of the list that are near. Their number and place are said to who hears them. */
export function NoteRows({ ids, scroller, current, edited, row, ...rest }: NoteRowsProps) {
  const rows = useNearRows({ ids, scroller, current, edited }, LIKELY)
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
