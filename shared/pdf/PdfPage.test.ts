import { expect, test } from 'vitest'
import { PdfRef } from './pdfObjects.ts'
import { PdfPage } from './PdfPage.ts'

const emptyLine = { runs: [], width: 0 }
const at = { x: 0, y: 0, size: 10, fill: [0, 0, 0] as const }

test('R8 all that is drawn is either read or marked as decoration, and every mark is closed', () => {
  let marks = 0
  const page = new PdfPage(new PdfRef(1), 100, 200, {
    fontName: () => 'F1',
    mark: () => ({ tag: 'P', number: marks++ }),
    addLink: () => undefined,
    stampName: () => 'X1',
    inkOf: (colour) => colour,
  })
  page.rect({ x: 1, y: 2, width: 3, height: 4 }, { fill: [1, 0, 0] })
  page.text(emptyLine, at)
  page.figure(() => {
    page.rect({ x: 1, y: 2, width: 3, height: 4 }, { stroke: [1, 0, 0], radius: 1 })
    page.text(emptyLine, at)
  })
  page.furniture(emptyLine, at)
  page.path([['M', 0, 0], ['L', 10, 20]], { stroke: [0, 0, 1], dash: [2, 1] })

  let depth = 0
  for (const operator of page.content().split('\n')) {
    if (/ (BDC|BMC)$/.test(operator)) depth++
    else if (operator === 'EMC') depth--
    else expect(depth, operator).toBe(1)
    expect(depth).toBeLessThanOrEqual(1)
  }
  expect(depth).toBe(0)
  expect(marks).toBe(2)
  // y runs downwards here and upwards in PDF.
  expect(page.content()).toContain('1 198 m')
})
