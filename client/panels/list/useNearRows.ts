import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useReducer, type RefObject } from 'react'
import type { NoteId } from '#shared/wall/ids.ts'
import { rowsToKeep } from './rowsToKeep.ts'

/** Where a row stands among those of which only a part is drawn. */
export interface RowPlace {
  /** From 0, of so many. */
  readonly at: number
  readonly of: number
  /** From the top of the first row, in CSS pixels. */
  readonly start: number
  /** Is handed the element, to find out how high it is. */
  readonly measure: (element: HTMLElement | null) => void
}

export interface NearRows {
  readonly ids: readonly NoteId[]
  readonly scroller: RefObject<HTMLElement | null>
  /** The row that Tab goes to, and the one that is written in: they are there wherever was scrolled to. */
  readonly current: NoteId | undefined
  readonly edited: NoteId | undefined
}

/** Drawn above and below what is in sight: enough that nobody sees one being drawn, and that small walls are there whole. */
const BEYOND = 8

/**
 * The rows that are in sight or soon will be, of however many.
 * @param height of a common row, in CSS pixels; each is measured when it is drawn
 */
export function useNearRows({ ids, scroller, current, edited }: NearRows, { height, gap = 0 }: { height: number; gap?: number }): Virtualizer<HTMLElement, HTMLElement> {
  const kept = rowsToKeep(ids, current, edited)
  const keptKey = kept.join()
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same places are the same array
    [keptKey],
  )
  // With another function all heights are gone through again.
  const getItemKey = useCallback((at: number) => ids[at] ?? at, [ids])
  // The element that scrolls is around these rows, and is handed over after their first effects: only then can they ask how high it is.
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  useEffect(drawAgain, [drawAgain])
  // eslint-disable-next-line react-hooks/incompatible-library -- warns about a compiler that does not compile this
  return useVirtualizer<HTMLElement, HTMLElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey,
    gap,
    overscan: BEYOND,
    rangeExtractor,
  })
}
