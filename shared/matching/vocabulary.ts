import type { Language } from '#shared/wall/schema.ts'

/**
 * What a vocabulary has to bring. `labels` are what a reader sees; `synonyms` mean the same; `trigger` are everyday words
 * that point to the topic; `abbreviations` hold in every language and are matched whole.
 */
export interface Vocabulary {
  readonly topics: readonly Topic[]
}

interface Topic {
  readonly id: string
  readonly labels: Readonly<Record<Language, string>>
  readonly synonyms: TermsByLanguage
  readonly trigger: TermsByLanguage
  readonly abbreviations: readonly string[]
  /** How much it says that two notes share this topic, in per cent; 100 if absent, less for the broad ones. */
  readonly weight?: number
}

export type TermsByLanguage = Readonly<Partial<Record<Language, readonly string[]>>>
