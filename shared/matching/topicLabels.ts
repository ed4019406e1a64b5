import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Topic id -> its name in each language: what a screen needs of the vocabulary, a fiftieth of its size. */
export type TopicLabels = Readonly<Record<string, Readonly<Record<Language, string>>>>

export function topicLabels(vocabulary: Vocabulary): TopicLabels {
  return Object.fromEntries(vocabulary.topics.map((topic) => [topic.id, labelsOf(topic.labels)]))
}

function labelsOf(labels: Readonly<Record<Language, string>>): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, labels[language]])) as Record<Language, string>
}

/** A topic's name for a reader of `language`; the id itself when the vocabulary does not know it. */
export function topicLabel(labels: TopicLabels, id: string, language: Language): string {
  return labels[id]?.[language] ?? id
}
