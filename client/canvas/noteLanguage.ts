/**
 * The language of a text where its letters say it plainly: those of Arabic, Russian, Chinese, Japanese, Thai and others. A person writes in another
 * language than the interface is in more often than they would think of telling anybody.
 * @param declared BCP 47 tag to start from: the interface's language, or what the note has been
 */
export function noteLanguage(text: string, declared: string): string {
  const [script, count] = SCRIPTS.map(({ is, pattern }) => [is, text.match(pattern)?.length ?? 0] as const)
    .reduce((most, next) => (next[1] > most[1] ? next : most))
  if (count === 0) return declared
  const { languages } = SCRIPTS.find(({ is }) => is === (script === 'han' && KANA.test(text) ? 'kana' : script)) ?? SCRIPTS[0]
  const base = declared.toLowerCase().split('-')[0] ?? ''
  const fits = languages.length === 0 ? !OTHER_SCRIPTS.has(base) : languages.includes(base)
  return fits ? declared : (languages[0] ?? 'en')
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const NONE = /(?!)/gu

/** The first language of a script is taken when the declared one is not written in it. */
const SCRIPTS: readonly [Script, ...Script[]] = [
  { is: 'latin', pattern: /\p{Script=Latin}/gu, languages: [] },
  { is: 'arabic', pattern: /\p{Script=Arabic}/gu, languages: ['ar', 'fa', 'ur', 'ps', 'ug', 'sd'] },
  { is: 'cyrillic', pattern: /\p{Script=Cyrillic}/gu, languages: ['ru', 'uk', 'be', 'bg', 'kk', 'ky', 'mk', 'mn', 'sr', 'tg', 'tt'] },
  // One character is about half a word.
  { is: 'han', pattern: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu, languages: ['zh', 'ja', 'yue'] },
  // Counted with the Chinese characters that it stands between.
  { is: 'kana', pattern: NONE, languages: ['ja'] },
  { is: 'thai', pattern: /\p{Script=Thai}/gu, languages: ['th'] },
  { is: 'devanagari', pattern: /\p{Script=Devanagari}/gu, languages: ['hi', 'ne', 'mr', 'mai', 'bho', 'sa', 'kok'] },
  { is: 'khmer', pattern: /\p{Script=Khmer}/gu, languages: ['km'] },
  { is: 'ethiopic', pattern: /\p{Script=Ethiopic}/gu, languages: ['am', 'ti', 'gez', 'tig'] },
]

interface Script {
  readonly is: string
  readonly pattern: RegExp
  /** None for Latin letters: most languages that are not listed are written in them. */
  readonly languages: readonly string[]
}

const OTHER_SCRIPTS: ReadonlySet<string> = new Set(SCRIPTS.flatMap(({ languages }) => languages))
