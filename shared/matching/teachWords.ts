import type { TaughtWord } from '#shared/wall/schema.ts'
import { compileTerms, TERM_SOURCES, WORD_LANGUAGES, type CompiledLexicon, type RawTerm } from './compileVocabulary.ts'

/** What of a taught word the vocabulary takes up. */
export type Lesson = Pick<TaughtWord, 'language' | 'word' | 'topics'>

/**
 * The vocabulary with what a facilitator has taught. A taught word counts as much as a topic's name, and a single one not
 * less for standing in other topics too: somebody of this workshop has said what it means.
 * @param lessons topics that this vocabulary does not have are left out
 */
export function teachWords(compiled: CompiledLexicon, lessons: readonly Lesson[]): CompiledLexicon {
  const subjects = new Map(compiled.topics.map(({ id }, at) => [id, at]))
  const raw = lessons.flatMap(({ language, word, topics }) =>
    topics.flatMap((topic): RawTerm[] => {
      const subject = subjects.get(topic)
      return subject === undefined ? [] : [{ language, subject, source: TERM_SOURCES.indexOf('taught'), text: word }]
    }),
  )
  if (raw.length === 0) return compiled
  const taught = compileTerms(raw)
  const words = Object.fromEntries(
    WORD_LANGUAGES.map((language) => {
      const [known, more] = [compiled.words[language], taught.words[language]]
      return [language, { terms: [...known.terms, ...more.terms], spellings: [...more.spellings, ...known.spellings] }]
    }),
  ) as unknown as CompiledLexicon['words']
  return { ...compiled, words, han: [...compiled.han, ...taught.han] }
}
