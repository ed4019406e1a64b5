import { expect, it } from 'vitest'
import { layOutBonds } from './layOutBonds.ts'

it('G9 help flows from who offers to who needs, countries stand by name, and a band shows how far the furthest pair came', () => {
  const names: Readonly<Record<string, string>> = { ke: 'Kenya', fj: 'Fiji', de: 'Allemagne' }
  const { countries, matrix, bondBetween } = layOutBonds(
    [
      { needing: 'ke', offering: 'fj', pairs: { agreed: 0, contact: 1, asked: 2 } },
      { needing: 'fj', offering: 'de', pairs: { agreed: 1, contact: 0, asked: 0 } },
    ],
    (code) => names[code] ?? code,
    (a, b) => (a < b ? -1 : 1),
  )
  expect(countries).toEqual(['Allemagne', 'Fiji', 'Kenya'])
  expect(matrix).toEqual([[0, 1, 0], [0, 0, 3], [0, 0, 0]])
  expect([bondBetween(0, 1), bondBetween(1, 2)]).toEqual(['agreed', 'contact'])
})
