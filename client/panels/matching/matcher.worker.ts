import { serveMatcher, type MatcherRequest } from '#shared/matching/serveMatcher.ts'
import { loadLexicon } from '../../pairing/loadLexicon.ts'

/** The matcher off the main thread, and with it the vocabulary, which so arrives after the wall has been drawn. */
const serving = loadLexicon().then((lexicon) => serveMatcher(lexicon, (answer) => self.postMessage(answer)))

serving.catch((error: unknown) => {
  // Thrown where the page hears of it: a promise that fails in a worker is told to nobody.
  setTimeout(() => {
    throw error
  })
})

self.addEventListener('message', (event: MessageEvent<MatcherRequest>) => void serving.then((serve) => serve(event.data)))
