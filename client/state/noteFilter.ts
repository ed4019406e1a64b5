import type { NoteKind } from '#shared/wall/schema.ts'

/** Which notes somebody wants to see: what is listed, and what stands out on the wall. */
export interface NoteFilter {
  readonly text: string
  readonly kind: NoteKind | 'all'
  /** ISO 3166-1 alpha-2, or `all`. */
  readonly country: string
  readonly onlyMine: boolean
}
export const NO_FILTER: NoteFilter = { text: '', kind: 'all', country: 'all', onlyMine: false }

/** Whether some notes may be left out. */
export const isFilterOn = ({ text, kind, country, onlyMine }: NoteFilter): boolean => text.trim() !== '' || kind !== 'all' || country !== 'all' || onlyMine

export const NOTE_ORDERS = ['written', 'newest', 'country', 'kind'] as const
export type NoteOrder = (typeof NOTE_ORDERS)[number]
