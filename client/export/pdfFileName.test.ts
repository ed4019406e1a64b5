import { expect, test } from 'vitest'
import { pdfFileName } from './pdfFileName.ts'

const day = new Date(2026, 10, 3)

test('the name of the file tells wall and day, whatever the title is', () => {
  expect(pdfFileName('NBSAP workshop, Nairobi', day)).toBe('pollinate-NBSAP-workshop-Nairobi-2026-11-03.pdf')
  expect(pdfFileName('ورشة الشراكة', day)).toBe('pollinate-ورشة-الشراكة-2026-11-03.pdf')
  expect(pdfFileName('../../etc/passwd\u202e\u0000', day)).toBe('pollinate-etc-passwd-2026-11-03.pdf')
  expect(pdfFileName('  ', day)).toBe('pollinate-2026-11-03.pdf')
  expect(pdfFileName('𠀀'.repeat(200), day)).toBe(`pollinate-${'𠀀'.repeat(60)}-2026-11-03.pdf`)
})
