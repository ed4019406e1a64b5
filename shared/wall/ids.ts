declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type WallId = Id<'Wall'>
export type NoteId = Id<'Note'>
/** One person on one wall, issued by the server at the first join; the same on all of their devices. */
export type ParticipantId = Id<'Participant'>
export type SectionId = Id<'Section'>
/** `<need id>~<offer id>`: the same pair has the same id on every screen, so two people can start it at once. */
export type PairId = Id<'Pair'>

const SEPARATOR = '~'

/** Ids arrive as keys of the document or of the address; their shape is checked here and nowhere else. */
const ID_SHAPE = /^[A-Za-z0-9_-]{1,64}$/

export const isId = (value: unknown): value is string => typeof value === 'string' && ID_SHAPE.test(value)

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

/**
 * A new unguessable id of 22 characters, 132 bits.
 * @param randomBytes gives that many random bytes (`crypto.getRandomValues` in a browser, also without HTTPS)
 */
export function newId<T extends string>(randomBytes: (count: number) => Uint8Array): T {
  return Array.from(randomBytes(22), (byte) => ALPHABET[byte & 63]).join('') as T
}

export const pairIdOf = (need: NoteId, offer: NoteId): PairId => `${need}${SEPARATOR}${offer}` as PairId

export function notesOfPair(pair: PairId): { need: NoteId; offer: NoteId } | undefined {
  const [need, offer, ...rest] = pair.split(SEPARATOR)
  return isId(need) && isId(offer) && rest.length === 0
    ? { need: need as NoteId, offer: offer as NoteId }
    : undefined
}
