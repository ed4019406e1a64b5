import type { WallId } from '#shared/wall/ids.ts'
import { LIMITS, NOTE_KINDS, type NoteKind } from '#shared/wall/schema.ts'

/** A note that is being written and is not on the wall yet. */
export interface Draft {
  readonly kind: NoteKind
  readonly text: string
  /** Written for somebody without a device: whose note it is. */
  readonly isForOther: boolean
  readonly name: string
  /** ISO 3166-1 alpha-2, or empty while not chosen. */
  readonly country: string
  /** Not to be published. */
  readonly isWithheld: boolean
}
export const EMPTY_DRAFT: Draft = { kind: 'need', text: '', isForOther: false, name: '', country: '', isWithheld: false }

const keyOf = (wall: WallId): string => `pollinate.draft.${wall}`

/** Takes the draft of this wall from the device: a page that was closed or reloaded loses no word. */
export function readDraft(wall: WallId): Draft {
  try {
    return parseDraft(JSON.parse(localStorage.getItem(keyOf(wall)) ?? 'null'))
  } catch {
    return EMPTY_DRAFT // storage is switched off, or holds what is not ours
  }
}

export function writeDraft(wall: WallId, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(wall), JSON.stringify(draft))
  } catch {
    // Storage is full or switched off: the draft lives as long as the page.
  }
}

/** What was begun goes on as a note for somebody without a device; the form shows it when it is opened next. */
export const startForOther = (wall: WallId): void => void writeDraft(wall, { ...readDraft(wall), isForOther: true })

/** A draft from any value: what is missing or of the wrong type is as in an empty one. */
export function parseDraft(value: unknown): Draft {
  const read = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const text = (field: string, limit: number): string => {
    const content = read[field]
    return typeof content === 'string' ? content.slice(0, limit) : ''
  }
  return {
    kind: NOTE_KINDS.find((kind) => kind === read.kind) ?? EMPTY_DRAFT.kind,
    text: text('text', LIMITS.noteText),
    isForOther: read.isForOther === true,
    name: text('name', LIMITS.name),
    country: /^[a-z]{2}$/.test(text('country', 2)) ? text('country', 2) : '',
    isWithheld: read.isWithheld === true,
  }
}
