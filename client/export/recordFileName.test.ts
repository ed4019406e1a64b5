import { expect, test } from 'vitest'
import { recordFileName } from './recordFileName.ts'

const day = new Date(2026, 10, 3)

test('the name of the file tells wall and day, whatever the title is', () => {
  expect(recordFileName('NBSAP workshop, Nairobi', day, 'pdf')).toBe('pollinate-NBSAP-workshop-Nairobi-2026-11-03.pdf')
  expect(recordFileName('ورشة الشراكة', day, 'pdf')).toBe('pollinate-ورشة-الشراكة-2026-11-03.pdf')
  expect(recordFileName('../../etc/passwd\u202e\u0000', day, 'pdf')).toBe('pollinate-etc-passwd-2026-11-03.pdf')
  expect(recordFileName('  ', day, 'pdf')).toBe('pollinate-2026-11-03.pdf')
  expect(recordFileName('𠀀'.repeat(200), day, 'pdf')).toBe(`pollinate-${'𠀀'.repeat(60)}-2026-11-03.pdf`)
})
