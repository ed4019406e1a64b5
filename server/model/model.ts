import type { NoteId, WallId } from '#shared/wall/ids.ts'
import type { Likeness } from '#shared/wall/likenesses.ts'
import type { ComparedNote } from './alikeNotes.ts'

/** All that is alike on a wall, once for each update. */
export type OnAlike = (likenesses: readonly Likeness[]) => void

/** The operator's sentence model, as the rooms use it. */
export interface Model {
  readonly health: 'opening' | 'ready' | 'broken'
  /** One seat for each wall. What is asked before the model is ready is answered then; where it is broken, never. */
  follow(wall: WallId, onAlike: OnAlike): ModelSeat
  close(): Promise<void>
}

export interface ModelSeat {
  /** Notes that came or changed, and those that left. */
  update(upserts: readonly ComparedNote[], removals: readonly NoteId[]): void
  leave(): void
}
