import { foldWord } from '#shared/matching/foldWord.ts'
import type { TopicLabels } from '#shared/matching/topicLabels.ts'
import { LANGUAGES, type Language } from '#shared/wall/schema.ts'

export interface FoundTopic {
  readonly id: string
  /** Its name as the reader says it. */
  readonly label: string
  /** Its name in another language, where that is what was typed. */
  readonly foundBy?: string
}

/** The topics of which all words typed are in the name, in the reader's language or in another one; best first. */
export function findTopics(labels: TopicLabels, typed: string, reader: Language): readonly FoundTopic[] {
  const words = foldWord(typed).split(/\s+/).filter(Boolean)
  const isIn = (name: string): boolean => words.every((word) => foldWord(name).includes(word))
  const found: { rank: number; topic: FoundTopic }[] = []
  for (const [id, names] of Object.entries(labels)) {
    const label = names[reader]
    if (isIn(label)) {
      found.push({ rank: foldWord(label).startsWith(words[0] ?? '') ? 0 : 1, topic: { id, label } })
      continue
    }
    const other = LANGUAGES.find((language) => isIn(names[language]))
    if (other) found.push({ rank: 2, topic: { id, label, foundBy: names[other] } })
  }
  const { compare } = new Intl.Collator(reader)
  return found.sort((a, b) => a.rank - b.rank || compare(a.topic.label, b.topic.label)).map(({ topic }) => topic)
}
