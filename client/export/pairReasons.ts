import type { TFunction } from 'i18next'
import type { Language, Note, Wall } from '#shared/wall/schema.ts'
import { loadLexicon } from '../pairing/loadLexicon.ts'
import { reasonInWords } from '../pairing/reasonInWords.ts'

/** The vocabulary and what reads it: they come with the first record that has pairs, or ahead of it. */
export const loadReasons = () =>
  Promise.all([
    loadLexicon(),
    import('#shared/matching/lexicon.ts'),
    import('#shared/matching/fingerprint.ts'),
    import('#shared/matching/pairScore.ts'),
    import('#shared/matching/topicLabels.ts'),
    import('#shared/matching/teachWords.ts'),
  ])

/** Why two notes may belong together, as the record prints it: by the words that were taught on this wall, too. */
export async function pairReasons(t: TFunction, language: Language, { words }: Pick<Wall, 'words'>): Promise<(need: Note, offer: Note) => readonly string[]> {
  const [compiled, { openLexicon }, { fingerprint }, { explainPair }, { topicLabel }, { teachWords }] = await loadReasons()
  const lexicon = openLexicon(teachWords(compiled, words))
  const reader = { t, language, topicLabel: (id: string) => topicLabel(lexicon.labels, id, language) }
  return (need, offer) =>
    reasonInWords(explainPair(fingerprint(need.text, need.lang, lexicon), fingerprint(offer.text, offer.lang, lexicon)), reader)
}
