import { describe, expect, it } from 'vitest'
import type { ParticipantId } from '#shared/wall/ids.ts'
import type { Person } from '#shared/wall/schema.ts'
import { gatherPeople } from './gatherPeople.ts'
import { initials } from './initials.ts'

const person = (name: string, country: string): Person => ({ id: name as ParticipantId, name, country, institution: '' })
const NAMES: Record<string, string> = { ke: 'Kenya', ci: 'Côte d’Ivoire' }

describe('gatherPeople', () => {
  it('A6 groups people by country as the reader names it, those who are here first', () => {
    const people = [person('Zawadi', 'ke'), person('Amina', 'ke'), person('Otieno', 'ke'), person('Kouamé', 'ci')]
    const here = new Set(['Zawadi', 'Kouamé'] as ParticipantId[])
    const groups = gatherPeople(people, here, (code) => NAMES[code] ?? code, (a, b) => a.localeCompare(b, 'en'))
    expect(groups.map(({ country, attendees }) => [country, ...attendees.map(({ person, isHere }) => `${person.name}${isHere ? '' : ' away'}`)])).toEqual([
      ['ci', 'Kouamé'],
      ['ke', 'Zawadi', 'Amina away', 'Otieno away'],
    ])
  })
})

it.each([
  ['Amina Wanjiru Otieno', 'AO'],
  ['kouamé', 'K'],
  ['Élise d’Almeida', 'ÉD'],
  ['王芳', '王'],
  ['أمينة حسن', 'أح'],
  ['  ', ''],
  ['Ana 2', 'A'],
])('shortens %s to %s', (name, letters) => expect(initials(name)).toBe(letters))
