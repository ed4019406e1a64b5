import type { TFunction } from 'i18next'
import type { Subjects } from '#shared/clearingHouse/records.ts'
import subjects from '#shared/generated/subjects.json'
import type { CompiledLexicon } from '#shared/matching/compileVocabulary.ts'
import { fieldOf } from '#shared/matching/fieldOf.ts'
import { fingerprint, type Fingerprint } from '#shared/matching/fingerprint.ts'
import { openLexicon } from '#shared/matching/lexicon.ts'
import { explainPair } from '#shared/matching/pairScore.ts'
import { teachWords } from '#shared/matching/teachWords.ts'
import { topicLabel } from '#shared/matching/topicLabels.ts'
import type { Language, Note, Wall } from '#shared/wall/schema.ts'
import { reasonInWords } from '../pairing/reasonInWords.ts'
import type { NoteReader } from './reading.ts'

const MOST_TOPICS = 4
/** Topics of another vocabulary have none. */
const SUBJECTS: Readonly<Partial<Record<string, Subjects>>> = subjects

/** Reads notes by the wall's vocabulary, and by the words that were taught on this wall, too. */
export function createNoteReader(shipped: CompiledLexicon, { words, settings }: Pick<Wall, 'words' | 'settings'>, t: TFunction, language: Language): NoteReader {
  const lexicon = openLexicon(teachWords(fieldOf(shipped, settings.vocabulary), words))
  const reader = { t, language, topicLabel: (id: string) => topicLabel(lexicon.labels, id, language) }
  // A note stands in the lists and in each of its pairs.
  const prints = new Map<Note, Fingerprint>()
  const print = (note: Note): Fingerprint => {
    const known = prints.get(note)
    if (known) return known
    const made = fingerprint(note.text, note.lang, lexicon)
    prints.set(note, made)
    return made
  }
  return {
    reasonFor: (need, offer) => reasonInWords(explainPair(print(need), print(offer)), reader),
    topicsOf: (note) => clearTopicsOf(note).map(reader.topicLabel),
    subjectsOf(note) {
      const known = clearTopicsOf(note).flatMap((id) => SUBJECTS[id] ?? [])
      const all = (pick: (of: Subjects) => readonly string[]): readonly string[] => [...new Set(known.flatMap(pick))].sort()
      return { cbdSubjects: all((of) => of.cbdSubjects), gbfTargets: all((of) => of.gbfTargets), aichiTargets: all((of) => of.aichiTargets) }
    },
  }

  function clearTopicsOf(note: Note): readonly string[] {
    const topics = [...print(note).topics].sort((a, b) => b.strength * b.weight - a.strength * a.weight || (a.id < b.id ? -1 : 1))
      const [first] = topics
    // What is only brushed says nothing about the note in a column of its own.
    const clear = topics.filter(({ strength }) => first && 2 * strength >= first.strength)
    return clear.slice(0, MOST_TOPICS).map(({ id }) => id)
  }
}
