import type { LabelledSet } from './labelledSet.ts'

export interface RankedOffer {
  readonly offer: string
  readonly score: number
}

/** Of what is shown as likely (or as likely or possible): the share that is right, and how many a need is shown. */
interface Shown {
  readonly precision: number
  readonly perNeed: number
}

/** Means over needs; a measure without any case is 0. Rounded to three places. */
export interface Measures {
  readonly recall3: number
  readonly recall5: number
  /** Recall at 5 of those strong matches that are written in another language than the need. */
  readonly crossRecall5: number
  readonly ndcg5: number
  readonly mrr: number
  readonly likely: Shown
  readonly possible: Shown
  /** How many listed offers were of the need's own country or person; anything but 0 is a fault. */
  readonly sameCountry: number
}

/**
 * Strong matches (grade 2) count for recall and rank, grades 1 and 2 for precision; recall at k is out of the most that
 * k places can hold.
 * @param ranked need id -> offers, best first
 */
export function measure(set: LabelledSet, ranked: ReadonlyMap<string, readonly RankedOffer[]>, likelyFrom: number, possibleFrom: number): Measures {
  const notes = new Map(set.notes.map((note) => [note.id, note]))
  const grades = new Map(set.matches.map((match) => [`${match.need} ${match.offer}`, match.grade]))
  const recall3: number[] = []
  const recall5: number[] = []
  const cross5: number[] = []
  const ndcg5: number[] = []
  const reciprocal: number[] = []
  const shown = { likely: { count: 0, right: 0 }, possible: { count: 0, right: 0 } }
  let sameCountry = 0

  const needs = set.notes.filter((note) => note.kind === 'need')
  for (const need of needs) {
    const listed = ranked.get(need.id) ?? []
    const allowed = listed.filter(({ offer }) => notes.get(offer)?.cc !== need.cc)
    sameCountry += listed.length - allowed.length
    const matches = set.matches.filter((match) => match.need === need.id)
    const strong = matches.filter((match) => match.grade === 2).map((match) => match.offer)
    const foreign = strong.filter((offer) => notes.get(offer)?.lang !== need.lang)
    const order = allowed.map(({ offer }) => offer)
    if (strong.length > 0) {
      recall3.push(recallAt(order, strong, 3))
      recall5.push(recallAt(order, strong, 5))
      const first = order.findIndex((offer) => strong.includes(offer))
      reciprocal.push(first < 0 ? 0 : 1 / (first + 1))
    }
    if (foreign.length > 0) cross5.push(recallAt(order, foreign, 5))
    if (matches.length > 0) {
      const gains = order.slice(0, 5).map((offer) => gain(grades.get(`${need.id} ${offer}`) ?? 0))
      const ideal = matches.map((match) => gain(match.grade)).sort((a, b) => b - a).slice(0, 5)
      ndcg5.push(discounted(gains) / discounted(ideal))
    }
    for (const { offer, score } of allowed.slice(0, 5)) {
      const right = grades.has(`${need.id} ${offer}`) ? 1 : 0
      if (score >= likelyFrom) {
        shown.likely.count++
        shown.likely.right += right
      }
      if (score >= possibleFrom) {
        shown.possible.count++
        shown.possible.right += right
      }
    }
  }
  const shownAs = ({ count, right }: { count: number; right: number }): Shown => ({
    precision: round(count === 0 ? 0 : right / count),
    perNeed: round(needs.length === 0 ? 0 : count / needs.length),
  })
  return {
    recall3: mean(recall3),
    recall5: mean(recall5),
    crossRecall5: mean(cross5),
    ndcg5: mean(ndcg5),
    mrr: mean(reciprocal),
    likely: shownAs(shown.likely),
    possible: shownAs(shown.possible),
    sameCountry,
  }
}

const recallAt = (order: readonly string[], wanted: readonly string[], k: number): number =>
  wanted.filter((offer) => order.slice(0, k).includes(offer)).length / Math.min(k, wanted.length)
const gain = (grade: number): number => 2 ** grade - 1
const discounted = (gains: readonly number[]): number => gains.reduce((sum, value, at) => sum + value / Math.log2(at + 2), 0)
const round = (value: number): number => Math.round(value * 1000) / 1000
const mean = (values: readonly number[]): number =>
  round(values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)
