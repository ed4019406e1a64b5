import { useEffect, useState } from 'react'
import type { UnexplainedWord } from '#shared/matching/unexplainedWords.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import type { WordSource } from './wordSource.ts'

/** More than anybody goes through; of a note that was chosen, its words are looked for among them. */
const MOST = 2000

/**
 * The words that nothing is known of, as of when they were first asked for and of each word taught, or vocabulary loaded, since: what is read
 * does not move because somebody writes a note.
 */
export function useUnknownWords(source: WordSource): readonly UnexplainedWord[] | 'reading' | 'failed' {
  const taught = useSessionState(({ wall }) => wall.words)
  const vocabulary = useSessionState(({ wall }) => wall.settings.vocabulary)
  const [words, setWords] = useState<readonly UnexplainedWord[] | 'reading' | 'failed'>('reading')
  useEffect(() => {
    let isGone = false
    source.unexplained(MOST).then(
      (found) => !isGone && setWords(found),
      () => !isGone && setWords('failed'), // no matcher on this device: the window says so
    )
    return () => {
      isGone = true
    }
  }, [source, taught, vocabulary])
  return words
}
