import { useState } from 'react'
import type { NoteId } from '#shared/wall/ids.ts'
import { keepReading, type Reading } from './keepReading.ts'

export interface SteadyReading extends Reading {
  /** Takes in what waits. */
  readonly takeIn: () => void
}

/**
 * Keeps a list steady while it is read, see `keepReading`.
 * @param question what was asked of the list: with another one it starts afresh
 */
export function useReading(wanted: readonly NoteId[], question: string, isOwn: (id: NoteId) => boolean): SteadyReading {
  const [before, setBefore] = useState({ question, shown: wanted })
  const reading = before.question === question ? keepReading(before.shown, wanted, isOwn) : { shown: wanted, waiting: [] }
  if (before.question !== question || before.shown !== reading.shown) setBefore({ question, shown: reading.shown })
  return { ...reading, takeIn: () => setBefore({ question, shown: wanted }) }
}
