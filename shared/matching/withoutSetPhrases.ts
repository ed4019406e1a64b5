import { foldWord } from './foldWord.ts'
import { splitWords } from './splitWords.ts'

/**
 * Phrases that say something else than their words: Côte d’Ivoire is no tusk, a feuille de route no road, and the Arabic for
 * "by means of" no way. A line or two a language.
 */
const PHRASES = `
  Horn of Africa | Black Sea | Ivory Coast | Gold Coast | Sierra Leone | bear in mind | bears in mind | bearing in mind | road map | car park | seed money | seed funding
  | Corne de l’Afrique | Côte d’Ivoire | mer Noire | feuille de route | feuilles de route | mise en garde
  | Cuerno de África | Costa de Marfil | Sierra Leona | mar Negro | hoja de ruta | hojas de ruta | cerca de | se llama
  | Corno de África | Costa do Marfim | Serra Leoa | Mar Negro | cerca de
  | Чёрное море | Чёрного моря | Африканский Рог | Африканского Рога | Берег Слоновой Кости | дорожная карта | дорожную карту | дорожной карты | дорожные карты
  | البحر الأسود | القرن الأفريقي | القرن الإفريقي | ساحل العاج | خارطة طريق | خارطة الطريق | خريطة طريق | خريطة الطريق | عن طريق | في ظل
  | سد الفجوات | سد الفجوة | سد فجوة | سد الثغرات
  | 象牙海岸 | 非洲之角 | 黑海 | 香港`

const ALL = PHRASES.split('|').map((phrase) => phrase.trim())
const HAN = ALL.filter((phrase) => /^\p{Script=Han}/u.test(phrase))
const foldedWords = (text: string): readonly string[] => splitWords(text).map((word) => foldWord(word.text))
/** By their first word. */
const SPELT: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const phrase of ALL) {
    const words = foldedWords(phrase)
    const [first] = words
    if (first !== undefined && !HAN.includes(phrase)) byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return byFirst
})()

/** The text with spaces where such a phrase stands, so that nothing else moves. */
export function withoutSetPhrases(text: string): string {
  let left = text
  const blank = (start: number, end: number): void => {
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end)
  }
  for (const phrase of HAN) {
    for (let at = left.indexOf(phrase); at >= 0; at = left.indexOf(phrase, at)) blank(at, at + phrase.length)
  }
  const words = splitWords(text)
  const folded = words.map((word) => foldWord(word.text))
  for (const [at, first] of folded.entries()) {
    for (const phrase of SPELT.get(first) ?? []) {
      const last = words[at + phrase.length - 1]
      const start = words[at]?.start
      if (last && start !== undefined && phrase.every((word, offset) => folded[at + offset] === word)) blank(start, last.end)
    }
  }
  return left
}
