import { expect, test } from 'vitest'
import { titlePlace } from './titlePlace.ts'

const TITLE = { width: 100, height: 50 }
const above = (bottom: number) => ({ x: 20, y: bottom - 160, width: 200, height: 160 })
const under = (top: number) => ({ x: 20, y: top, width: 200, height: 160 })

test.each([
  ['nothing near', [], { below: 0, scale: 1 }],
  ['notes far enough away', [above(940), under(1010)], { below: 0, scale: 1 }],
  ['a note close above', [above(970), under(1030)], { below: 20, scale: 1 }],
  ['little room between two', [above(980), under(1020)], { below: 20, scale: 0.8 }],
  ['a note beside it', [{ ...above(970), x: 101 }], { below: 0, scale: 1 }],
  ['no room', [above(990), under(1010)], undefined],
])('A42 the title of a small section covers no note: %s', (_, notes, place) => expect(titlePlace([0, 1000], TITLE, notes)).toEqual(place))
