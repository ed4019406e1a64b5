import { fileURLToPath } from 'node:url'
import { compileVocabulary } from '../shared/matching/compileVocabulary.ts'
import facets from '../shared/matching/facets.json' with { type: 'json' }
import things from '../shared/matching/things.json' with { type: 'json' }
import vocabulary from '../shared/matching/vocabulary.json' with { type: 'json' }
import { writeIfChanged } from './writeIfChanged.ts'

const file = fileURLToPath(new URL('../shared/generated/lexicon.json', import.meta.url))

/** Compiles the vocabulary, so that no browser has to. */
export async function buildLexicon(): Promise<void> {
  await writeIfChanged(file, JSON.stringify(compileVocabulary(vocabulary, facets, things)))
}
