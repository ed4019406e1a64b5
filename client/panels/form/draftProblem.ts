import type { Draft } from './draft.ts'

/** What is still missing before the draft can go on the wall, the first field that the eye meets first. */
export function draftProblem(draft: Draft): 'name' | 'country' | 'text' | undefined {
  if (draft.isForOther && !draft.name.trim()) return 'name'
  if (draft.isForOther && !draft.country) return 'country'
  if (!draft.text.trim()) return 'text'
  return undefined
}
