import { serveMatcher, type MatcherRequest } from '#shared/matching/serveMatcher.ts'
import lexicon from '#shared/generated/lexicon.json' with { type: 'json' }

/** The matcher off the main thread, and with it the vocabulary, which so arrives after the wall has been drawn. */
const serve = serveMatcher(lexicon, (answer) => self.postMessage(answer))

self.addEventListener('message', (event: MessageEvent<MatcherRequest>) => serve(event.data))
