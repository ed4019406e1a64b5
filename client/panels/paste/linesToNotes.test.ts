import { expect, test } from 'vitest'
import { LIMITS } from '#shared/wall/schema.ts'
import { linesToNotes, type PastedLine } from './linesToNotes.ts'

const line = (text: string, kind?: PastedLine['kind']): PastedLine => ({ text, kind, isTooLong: false })

test.each<[name: string, text: string, lines: PastedLine[]]>([
  ['a line is a note', 'Reef maps\nSeed banks', [line('Reef maps'), line('Seed banks')]],
  ['of Windows too, with empty lines', 'Reef maps\r\n\r\n  Seed banks  \r\n', [line('Reef maps'), line('Seed banks')]],
  ['bullets and numbers go', '• Reef maps\n- Seed banks\n3. Bees\n12) Birds\n* Bats\n[x] Bogs', ['Reef maps', 'Seed banks', 'Bees', 'Birds', 'Bats', 'Bogs'].map((text) => line(text))],
  ['a number that means something stays', '30 by 30\n3.5 million trees', [line('30 by 30'), line('3.5 million trees')]],
  ['a line says its kind', 'Need: reef maps\nOffer: seeds\nBesoin : cartes\nعرض: خرائط\n需求：地图', [line('reef maps', 'need'), line('seeds', 'offer'), line('cartes', 'need'), line('خرائط', 'offer'), line('地图', 'need')]],
  ['a heading says the kind of what is below', 'Offers:\nseeds\nmaps\nNeeds:\nboats', [line('seeds', 'offer'), line('maps', 'offer'), line('boats', 'need')]],
  ['another colon is none of ours', 'Training: diving', [line('Training: diving')]],
  ['a table has the kind in a column', 'Need\treef maps\tGIS\nOffer\tseeds', [line('reef maps, GIS', 'need'), line('seeds', 'offer')]],
  ['what cannot be seen goes', '\ufeffReef\u0000 maps\u200b', [line('Reef maps')]],
])('W30 %s', (_, text, lines) => expect(linesToNotes(text)).toEqual(lines))

test('W30 a line that is too long for a note is kept whole, and says so', () => {
  const text = 'x'.repeat(LIMITS.noteText + 1)
  expect(linesToNotes(text)).toEqual([{ text, kind: undefined, isTooLong: true }])
})
