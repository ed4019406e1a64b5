import type { LabelledSet } from './labelledSet.ts'
import { measure, type RankedOffer } from './measure.ts'

/** As many as matching-dev has, about; a workshop's first hour. */
const FEW = 30
const DRAWS = 40

export interface AmongFew {
  readonly recall5: number
  readonly crossRecall5: number
  readonly ndcg5: number
}

/** The same lists where only some of the offers stand on the wall: a place among five is scarcer the more compete. Means of draws from a seed. */
export function amongFew(set: LabelledSet, ranked: ReadonlyMap<string, readonly RankedOffer[]>): AmongFew {
  let state = 1
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
  const offers = set.notes.filter(({ kind }) => kind === 'offer').map(({ id }) => id)
  const draws = Array.from({ length: DRAWS }, () => {
    const order = offers.map((id) => ({ id, place: next() })).sort((a, b) => a.place - b.place)
    const drawn = new Set(order.slice(0, FEW).map(({ id }) => id))
    const lists = new Map([...ranked].map(([need, list]) => [need, list.filter(({ offer }) => drawn.has(offer))]))
    return measure({ ...set, matches: set.matches.filter(({ offer }) => drawn.has(offer)) }, lists, 0, 0)
  })
  const mean = (name: keyof AmongFew): number => Math.round((1000 * draws.reduce((sum, draw) => sum + draw[name], 0)) / DRAWS) / 1000
  return { recall5: mean('recall5'), crossRecall5: mean('crossRecall5'), ndcg5: mean('ndcg5') }
}
