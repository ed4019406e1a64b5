import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileVocabulary } from '../shared/matching/compileVocabulary.ts'
import facets from '../shared/matching/facets.json' with { type: 'json' }
import vocabulary from '../shared/matching/vocabulary.json' with { type: 'json' }

const file = fileURLToPath(new URL('../shared/generated/lexicon.json', import.meta.url))

/** Compiles the vocabulary, so that no browser has to; leaves the file alone when it would be the same. */
export async function buildLexicon(): Promise<void> {
  const lexicon = JSON.stringify(compileVocabulary(vocabulary, facets))
  if ((await readFile(file, 'utf8').catch(() => '')) === lexicon) return
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, lexicon)
}
