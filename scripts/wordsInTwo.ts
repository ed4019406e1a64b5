import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { isFirstWord } from '../client/i18n/firstWords.ts'

type Words = Readonly<Record<string, unknown>>

/** `./locales/en.json?first` has the words that are sent before the notes, `./locales/en.json?more` all others. */
export function wordsInTwo(): Plugin {
  return {
    name: 'words-in-two',
    enforce: 'pre',
    async load(id) {
      const [, file, part] = /^(.*\/i18n\/locales\/[a-z]{2}\.json)\?(first|more)$/.exec(id) ?? []
      if (file === undefined) return null
      const picked = pick(JSON.parse(await readFile(file, 'utf8')) as Words, (key) => isFirstWord(key) === (part === 'first'))
      return { code: `export default ${JSON.stringify(picked)}`, moduleType: 'js' }
    },
  }
}

function pick(words: Words, isWanted: (key: string) => boolean, path = ''): Words {
  const picked = Object.entries(words).flatMap(([name, inner]): [string, unknown][] => {
    const key = path ? `${path}.${name}` : name
    if (typeof inner === 'string') return isWanted(key) ? [[name, inner]] : []
    const part = pick(inner as Words, isWanted, key)
    return Object.keys(part).length > 0 ? [[name, part]] : []
  })
  return Object.fromEntries(picked)
}
