import type { NoteKind } from '#shared/wall/schema.ts'

/** Which notes somebody wants to see: what is listed, and what stands out on the wall. */
export interface NoteFilter {
  readonly text: string
  readonly kind: NoteKind | 'all'
  /** ISO 3166-1 alpha-2, or `all`. */
  readonly country: string
  /** Id of a topic, or `all`. */
  readonly topic: string
  readonly onlyMine: boolean
  /** Only needs that nobody is interested in, and that no likely offer hangs for. */
  readonly onlyUnanswered: boolean
}
export const NO_FILTER: NoteFilter = { text: '', kind: 'all', country: 'all', topic: 'all', onlyMine: false, onlyUnanswered: false }

/** Whether some notes may be left out. */
export const isFilterOn = ({ text, kind, country, topic, onlyMine, onlyUnanswered }: NoteFilter): boolean =>
  text.trim() !== '' || kind !== 'all' || country !== 'all' || topic !== 'all' || onlyMine || onlyUnanswered

export const NOTE_ORDERS = ['written', 'newest', 'country', 'kind'] as const
export type NoteOrder = (typeof NOTE_ORDERS)[number]
