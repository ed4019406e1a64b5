import { expect, test } from 'vitest'
import { guessLanguage } from './guessLanguage.ts'

test.each([
  ['Formation en SIG pour cartographier les zones humides', 'en', 'fr'],
  ['Necesitamos expertos para el manejo de los humedales', 'und', 'es'],
  ['Precisamos de apoio para a gestão das florestas', 'es', 'pt'],
  ['Help us count the birds of the lake', 'fr', 'en'],
  ['Обучение по оценке услуг', 'en', 'ru'],
  ['خرائط الموائل', 'en', 'ar'],
  ['需要GIS培训', 'en', 'zh'],
  ['Carbon', 'fr', 'fr'],
  ['Carbon', 'xx-whatever', 'en'],
  ['🌱🌱', 'pt', 'pt'],
  ['', '', 'en'],
])('"%s" said to be in "%s" is read as %s', (text, declared, expected) => {
  expect(guessLanguage(text, declared)).toBe(expected)
})
