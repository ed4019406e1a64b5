import type { Cluster } from './FontFace.ts'

/**
 * What pdf.js asks of a file so that it finds the words in it (`getTextContent`), and other readers do not mind:
 * - To a code with an accent in its text it neither gives a width nor looks where it stands. A letter's accents become codes of their own, which draw nothing.
 * - It looks at a gap where the next letter stands, and then writes a space: also where the last accent of an Arabic word, which comes first from the left, has made
 *   it write one already. Such an accent says that it is as wide as the space before it, and the line goes back by as much: for pdf.js there is no gap then.
 * - It forgets a space that it comes to before it goes back to the left. A code whose text is more than a space is looked at like a letter.
 */

/** A space that pdf.js does not take for one: it would forget it. In the text it keeps the direction of what stands beside it, wherever it is pasted. */
const STEERED_SPACE = '\u200f '
const ACCENT = /\p{Mn}/u

/**
 * Left to right: what begins with an accent follows its letter in a code of its own, whose glyph is empty; it has one unit of the width,
 * as poppler puts in order by place what stands side by side.
 */
export function splitAccents(clusters: readonly Cluster[]): readonly Cluster[] {
  if (!clusters.some(({ text }) => ACCENT.test(text))) return clusters
  return clusters.flatMap((cluster): readonly Cluster[] => {
    const at = cluster.text.search(ACCENT)
    if (at <= 0) return [cluster]
    const unit = Math.min(1, cluster.advance)
    const own = { text: cluster.text.slice(0, at), parts: cluster.parts, advance: cluster.advance - unit }
    return [{ ...own, declared: own.advance }, { text: cluster.text.slice(at), parts: [], advance: unit }]
  })
}

/** A stretch of a run from right to left. */
export interface Piece {
  readonly clusters: readonly Cluster[]
  /** From the left end of the run, in font units. */
  readonly x: number
  /** What it is to readers that ask for it: its codes say more. */
  readonly actualText?: string
}

/**
 * Right to left: the spaces at both ends of a run are pieces of their own, so that they stand in the text where direction turns.
 * @param clusters from left to right
 * @returns in the order of the text, each from left to right
 */
export function piecesFromRight(clusters: readonly Cluster[]): readonly Piece[] {
  const isSpace = ({ text }: Cluster): boolean => text === ' '
  const first = clusters.findIndex((cluster) => !isSpace(cluster))
  if (first < 0) return spaces(clusters, 0)
  const last = clusters.findLastIndex((cluster) => !isSpace(cluster))
  const [atLeft, words, atRight] = [clusters.slice(0, first), clusters.slice(first, last + 1), clusters.slice(last + 1)]
  const leftWidth = widthOf(atLeft)
  const before = spaces(atRight, leftWidth + widthOf(words))
  const found = steadyAccents(words)
  // An accent before any letter would go to the line before: a space that is looked at stands before it.
  if (ACCENT.test(words[0]?.text ?? '')) return [...before, { clusters: [...(atLeft.length > 0 ? atLeft.map(steered) : [anchor()]), ...found], x: 0 }]
  return [...before, { clusters: found, x: leftWidth }, ...spaces(atLeft, 0)]
}

const spaces = (clusters: readonly Cluster[], x: number): readonly Piece[] =>
  clusters.length > 0 ? [{ clusters: clusters.map(steered), x, actualText: ' '.repeat(clusters.length) }] : []

const steered = (space: Cluster): Cluster => ({ text: STEERED_SPACE, parts: space.parts, advance: space.advance })

/** Wide enough, in font units, to be looked at; the line goes back by as much. */
const anchor = (): Cluster => ({ text: STEERED_SPACE, parts: [], advance: 0, declared: 50 })

const widthOf = (clusters: readonly Cluster[]): number => clusters.reduce((sum, { advance }) => sum + advance, 0)

function steadyAccents(words: readonly Cluster[]): readonly Cluster[] {
  return words.map((cluster, i) => {
    const before = words[i - 1]
    return before?.text === ' ' && ACCENT.test(cluster.text) ? { ...cluster, declared: cluster.advance + before.advance } : cluster
  })
}
