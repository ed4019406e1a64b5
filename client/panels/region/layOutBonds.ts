import { BONDS, type Bond, type RegionLink } from '#shared/region/countRegion.ts'

export interface BondLayout {
  /** Names, as they stand around the ring. */
  readonly countries: readonly string[]
  /** Row: who offers; column: who needs; how many pairs. */
  readonly matrix: number[][]
  /** How far the pair came that came furthest between the one who offers and the one who needs. */
  readonly bondBetween: (offering: number, needing: number) => Bond
}

/** The ring of countries by name, and what flows between them. */
export function layOutBonds(links: readonly RegionLink[], nameOf: (code: string) => string, compare: (a: string, b: string) => number): BondLayout {
  const codes = [...new Set(links.flatMap(({ needing, offering }) => [needing, offering]))].sort((a, b) => compare(nameOf(a), nameOf(b)))
  const placeOf = new Map(codes.map((code, place) => [code, place]))
  const matrix = codes.map(() => codes.map(() => 0))
  const furthest = new Map<string, Bond>()
  for (const { needing, offering, pairs } of links) {
    const [from, to] = [placeOf.get(offering) ?? -1, placeOf.get(needing) ?? -1]
    const row = matrix[from]
    if (row) row[to] = pairs.agreed + pairs.contact + pairs.asked
    furthest.set(`${from} ${to}`, BONDS.find((bond) => pairs[bond] > 0) ?? 'asked')
  }
  return { countries: codes.map(nameOf), matrix, bondBetween: (offering, needing) => furthest.get(`${offering} ${needing}`) ?? 'asked' }
}
