/** One stretch of text replaced by another; offsets and lengths in UTF-16 code units, as Yjs and the DOM count them. */
export interface Splice {
  readonly offset: number
  readonly remove: number
  readonly insert: string
}

/**
 * The smallest splice that turns one text into another. An emoji is never cut in half: half of one sent alone would reach
 * the other screens as a replacement character.
 * @param caret where the caret stands in `after`. Typing one more "l" in "hello" has two possible places; what follows
 *   the caret did not change, so the caret decides
 * @returns `undefined` when the texts are the same
 */
export function spliceBetween(before: string, after: string, caret?: number): Splice | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  const keptAfterCaret = caret === undefined ? 0 : commonSuffix(before, after, Math.min(shorter, after.length - caret))
  const prefix = commonPrefix(before, after, shorter - keptAfterCaret)
  const suffix = commonSuffix(before, after, shorter - prefix)
  return { offset: prefix, remove: before.length - prefix - suffix, insert: after.slice(prefix, after.length - suffix) }
}

/** Where a caret, or any place in the text, stands after the splice: text that comes in before it pushes it along. */
export function placeAfter(place: number, { offset, remove, insert }: Splice): number {
  if (place <= offset) return place
  return place >= offset + remove ? place + insert.length - remove : offset + insert.length
}

/** The same change of the text for somebody whose text meanwhile went through `first`. */
export function rebaseSplice(splice: Splice, first: Splice | undefined): Splice {
  if (!first) return splice
  const offset = placeAfter(splice.offset, first)
  const end = Math.max(offset, placeAfter(splice.offset + splice.remove, first))
  return { offset, remove: end - offset, insert: splice.insert }
}

function commonPrefix(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a[length] === b[length]) length++
  return length > 0 && (isInsidePair(a, length) || isInsidePair(b, length)) ? length - 1 : length
}

function commonSuffix(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  const cuts = isInsidePair(a, a.length - length) || isInsidePair(b, b.length - length)
  return length > 0 && cuts ? length - 1 : length
}

/** Whether a cut at this place would part the two halves of a surrogate pair. */
function isInsidePair(text: string, place: number): boolean {
  const before = text.charCodeAt(place - 1)
  const after = text.charCodeAt(place)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
