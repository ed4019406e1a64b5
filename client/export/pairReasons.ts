import type { TFunction } from 'i18next'
import type { Language, Note } from '#shared/wall/schema.ts'
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
  ])

/** Why two notes may belong together, as the record prints it. */
export async function pairReasons(t: TFunction, language: Language): Promise<(need: Note, offer: Note) => readonly string[]> {
  const [compiled, { openLexicon }, { fingerprint }, { explainPair }, { topicLabel }] = await loadReasons()
  const lexicon = openLexicon(compiled)
  const reader = { t, language, topicLabel: (id: string) => topicLabel(lexicon.labels, id, language) }
  return (need, offer) =>
    reasonInWords(explainPair(fingerprint(need.text, need.lang, lexicon), fingerprint(offer.text, offer.lang, lexicon)), reader)
}
