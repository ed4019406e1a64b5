// The reference brings the types along to whoever imports this file from another folder.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak'

/**
 * Cuts one paragraph where a line may end (UAX 14): the parts put together are the paragraph. Thai, Lao, Khmer and
 * Burmese write no spaces between words; there the platform's dictionary finds the words.
 * @param lang BCP 47 tag of the text; `und` will do
 */
export function breakableParts(paragraph: string, lang: string): readonly string[] {
  if (PLAIN.test(paragraph) && !SET_APART.test(paragraph)) return paragraph.match(WORDS) ?? []
  const breaks = new Set<number>()
  const breaker = new LineBreaker(paragraph)
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.add(next.position)
  if (WITHOUT_SPACES.test(paragraph)) {
    for (const { index, segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(paragraph)) {
      if (index > 0 && WITHOUT_SPACES.test(segment)) breaks.add(index)
    }
  }
  breaks.add(paragraph.length)

  const parts: string[] = []
  let start = 0
  for (const end of [...breaks].sort((a, b) => a - b)) {
    if (end <= start || isHeldTogether(paragraph, end) || isWithinAddress(paragraph, end)) continue
    parts.push(paragraph.slice(start, end))
    start = end
  }
  return parts
}

/** Letters, figures, commas and full stops: lines end after spaces and nowhere else, and the tables need not be asked. */
const PLAIN = /^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff,. ]+$/
/** No line begins with these, though a space stands before them. */
const SET_APART = /(?:^| )[,.]/
const WORDS = /^ +|[^ ]+ */g

const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/

const SPACE = /\s/

/** French sets a space inside quotation marks and before ? ! : ; %, and no line ends there. */
function isHeldTogether(paragraph: string, at: number): boolean {
  if (at >= paragraph.length) return false
  return '?!:;%»›'.includes(paragraph.charAt(at)) || (at > 1 && '«‹'.includes(paragraph.charAt(at - 2)) && SPACE.test(paragraph.charAt(at - 1)))
}

/** Nobody who types an address, and no program that reads it, could tell whether a hyphen at a line's end is part of it. */
function isWithinAddress(paragraph: string, at: number): boolean {
  if (paragraph.charAt(at - 1) !== '-' || at === paragraph.length || SPACE.test(paragraph.charAt(at))) return false
  return paragraph.lastIndexOf('://', at) > paragraph.lastIndexOf(' ', at - 1)
}
