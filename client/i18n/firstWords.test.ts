import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { FIRST_WORDS, isFirstWord } from './firstWords.ts'
import en from './locales/en.json'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Everything that comes with these modules: not what is loaded later, and not what is there for the types only. */
function modulesOf(...entries: readonly string[]): ReadonlyMap<string, string> {
  const modules = new Map<string, string>()
  const waiting = entries.map((entry) => join(root, entry))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (modules.has(file) || !existsSync(file)) continue
    const source = readFileSync(file, 'utf8')
    modules.set(file, source)
    for (const [, from = ''] of source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?'([^']+\.tsx?)'/gm)) {
      waiting.push(from.startsWith('#shared/') ? join(root, from.slice(1)) : join(dirname(file), from))
    }
  }
  return modules
}

const SECTIONS = Object.keys(en).join('|')
/** `'list.title'`, and of a key that is put together its beginning. */
const KEY = new RegExp(`['"\`]((?:${SECTIONS})\\.[\\w.]*)(?:['"\`]|\\$\\{)`, 'g')
const used = [...modulesOf('client/main.tsx', 'client/shell/WallPage.tsx', 'client/ui/CountryBox.tsx', 'client/ui/LanguageMenu.tsx', 'client/ui/ThemeMenu.tsx')].flatMap(([file, source]) =>
  Array.from(source.matchAll(KEY), ([, key = '']) => ({ file: file.slice(root.length), key: key.replace(/\.$/, '') })),
)

test('O10 door, list and form are written with words that are sent before the notes', () => {
  expect(used.length).toBeGreaterThan(100)
  // Add what is missing to FIRST_WORDS, or load the part that needs it later.
  expect(used.filter(({ key }) => !isFirstWord(key))).toEqual([])
})

test('O10 no words are sent before the notes that nothing is written with then', () => {
  expect(FIRST_WORDS.filter((first) => !used.some(({ key }) => key === first || key.startsWith(`${first}.`)))).toEqual([])
})
