import { compileTerms, TERM_BREAK, topicTerms, WORD_LANGUAGES, type CompiledLexicon, type CompiledWords } from './compileVocabulary.ts'
import { topicLabels } from './topicLabels.ts'
import { unpackVocabulary } from './packVocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * The vocabulary of a wall: the one that ships, or with the topics of another field in the place of its own where a
 * facilitator has loaded one. One that cannot be read is as if it were not there.
 */
export function fieldOf(shipped: CompiledLexicon, packed: string | undefined): CompiledLexicon {
  const vocabulary = packed === undefined ? undefined : unpackVocabulary(packed)
  return vocabulary ? withTopics(shipped, vocabulary) : shipped
}

/** Kinds of help, places, tasks and things stay: a workshop on water asks for training and data too. */
export function withTopics(shipped: CompiledLexicon, vocabulary: Vocabulary): CompiledLexicon {
  const { topics, abbreviations, raw } = topicTerms(vocabulary)
  const further = topics.length - shipped.topics.length
  type Groups = CompiledWords['terms']
  const kept = (groups: Groups): Groups =>
    groups.filter(({ subject }) => subject >= shipped.topics.length).map((group) => ({ ...group, subject: group.subject + further }))
  const own = compileTerms(raw)
  const words = Object.fromEntries(
    WORD_LANGUAGES.map((language) => {
      const terms = [...own.words[language].terms, ...kept(shipped.words[language].terms)]
      const known = new Set(terms.flatMap((group) => group.terms.split(TERM_BREAK).flatMap((term) => term.split(' '))))
      const spellings = shipped.words[language].spellings.filter((line) => known.has(line.split(' ', 1)[0] ?? ''))
      return [language, { terms, spellings: [...own.words[language].spellings, ...spellings] }]
    }),
  ) as unknown as CompiledLexicon['words']
  return { ...shipped, topics, labels: topicLabels(vocabulary), abbreviations, words, han: [...own.han, ...kept(shipped.han)] }
}
