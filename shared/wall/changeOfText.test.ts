import { expect, it } from 'vitest'
import { changeOfText } from './changeOfText.ts'

it.each([
  ['A visit in May', 'A visit in June', ['A visit in ', 'May', 'June', '']],
  ['A visit', 'Two visits', ['', 'A visit', 'Two visits', '']],
  ['One visit now', 'One visits now', ['One ', 'visit', 'visits', ' now']],
  ['', 'A visit', ['', '', 'A visit', '']],
  ['A visit', '', ['', 'A visit', '', '']],
  ['Soils', 'Soils and water', ['', 'Soils', 'Soils and water', '']],
  ['Map 🌱 soils', 'Map 🌿 soils', ['Map ', '🌱', '🌿', ' soils']],
  ['五月访问', '六月访问', ['', '五', '六', '月访问']],
  ['زيارة في مايو', 'زيارة في يونيو', ['زيارة في ', 'مايو', 'يونيو', '']],
])('P31 what changed in a text is told in whole words: %j to %j', (before, now, [start, was, is, end]) => {
  expect(changeOfText(before, now)).toEqual({ start, before: was, now: is, end })
})
