import type { Edit } from './edit.ts'

/** What a step did, in short: enough to say "move 3 notes". */
export interface Gist {
  readonly what: 'place' | 'move' | 'write' | 'kind' | 'language' | 'places' | 'bin' | 'unbin' | 'section' | 'change'
  /** Of how many notes, or sections. */
  readonly count: number
}

const WHAT: Partial<Record<Edit['type'], Gist['what']>> = {
  placeNote: 'place',
  moveNote: 'move',
  spliceText: 'write',
  setKind: 'kind',
  setLanguage: 'language',
  setPlaces: 'places',
  binNote: 'bin',
  unbinNote: 'unbin',
  setSection: 'section',
  removeSection: 'section',
}

/** The gist of edits that were made as one step: the same for all of them, or `change` where they differ. */
export function gistOf(edits: readonly Edit[]): Gist {
  const kinds = new Set(edits.map(({ type }) => WHAT[type] ?? 'change'))
  const [what = 'change'] = kinds
  const things = new Set(edits.flatMap((edit) => ('id' in edit ? [edit.id] : [])))
  return { what: kinds.size > 1 ? 'change' : what, count: Math.max(1, things.size) }
}
