import { expect, test } from 'vitest'
import { noteLanguage } from './noteLanguage.ts'

test.each([
  ['Soil maps', 'en', 'en'],
  ['Soil maps', 'sw', 'sw'],
  ['Soil maps', 'ar', 'en'],
  ['نحتاج إلى خبراء', 'en', 'ar'],
  ['نقشه خاک', 'fa', 'fa'],
  ['Нужны карты почв', 'fr', 'ru'],
  ['Ґрунтові карти', 'uk', 'uk'],
  ['我们需要土壤图', 'en', 'zh'],
  ['我们需要 GIS', 'en', 'zh'],
  ['Training on WIOMSA GIS', 'ru', 'en'],
  ['防災研修の講師', 'en', 'ja'],
  ['防災研修の講師', 'zh', 'ja'],
  ['น้ำสะอาด', 'en', 'th'],
  ['जल प्रबंधन', 'en', 'hi'],
  ['जल व्यवस्थापन', 'ne', 'ne'],
  ['ទឹកស្អាត', 'fr', 'km'],
  ['ለውሃ አስተዳደር', 'en', 'am'],
  ['Soil maps', 'th', 'en'],
  ['12 %', 'ar', 'ar'],
  ['', 'zh-Hant', 'zh-Hant'],
])('L5 the letters say the language where they plainly can: %j declared %s is %s', (text, declared, language) => {
  expect(noteLanguage(text, declared)).toBe(language)
})
