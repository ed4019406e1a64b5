import type { NoteId } from '#shared/wall/ids.ts'
import { PAGE } from '../../keys/listKeys.ts'

/**
 * Places of items that are drawn though they may be out of sight: where the focus is, wherever a key takes it from there, and
 * what is written in. So the focus moves as in a list that is there whole.
 * @returns in order, each once
 */
export function rowsToKeep(ids: readonly NoteId[], ...kept: readonly (NoteId | undefined)[]): readonly number[] {
  const last = ids.length - 1
  if (last < 0) return []
  const [current = 0, ...others] = kept.flatMap((id) => (id === undefined ? [] : [ids.indexOf(id)])).filter((at) => at >= 0)
  const around = [-PAGE, -1, 0, 1, PAGE].map((step) => Math.max(0, Math.min(last, current + step)))
  return [...new Set([0, ...around, ...others, last])].sort((a, b) => a - b)
}
