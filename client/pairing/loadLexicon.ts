import lexiconUrl from '#shared/generated/lexicon.json?url'
import type { CompiledLexicon } from '#shared/matching/compileVocabulary.ts'

/**
 * Fetches the compiled vocabulary, 245 kB over the line: a file of its own, so that the matcher's worker and the record
 * have one between them.
 * @throws when it cannot be had
 */
export async function loadLexicon(): Promise<CompiledLexicon> {
  const answer = await fetch(lexiconUrl)
  if (!answer.ok) throw new Error(`The vocabulary could not be loaded: ${answer.status}`)
  return (await answer.json()) as CompiledLexicon // built with this page, from shared/matching
}
