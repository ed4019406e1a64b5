import type { NoteKind } from '../wall/schema.ts'

/**
 * Side of the folded corner of a note, in wall units: a need's is below, an offer's above, so that the two differ without their colours.
 * Below, the country ends `NOTE.padding` before the edge, and the fold leaves it room.
 */
export const NOTE_FOLD: Readonly<Record<NoteKind, number>> = { need: 8, offer: 18 }
