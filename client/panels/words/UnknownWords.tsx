import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnexplainedWord } from '#shared/matching/unexplainedWords.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './Words.module.css'

interface UnknownWordsProps {
  words: readonly UnexplainedWord[]
  onExplain: (word: UnexplainedWord) => void
}

const STEP = 20

/** Words of the notes that nothing is known of, each with a note in which it stands: a word alone is hard to explain. */
export function UnknownWords({ words, onExplain }: UnknownWordsProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(STEP)
  const notes = useSessionState(({ wall }) => wall.notes)
  return (
    <>
      <ul role="list" aria-label={t('words.unknown')} className={styles.list}>
        {words.slice(0, shown).map((unknown) => {
          const { word, language, notes: inNotes } = unknown
          const example = inNotes.map((id) => notes.get(id)?.text).find(Boolean)
          return (
            <li key={`${language}/${word}`} className={styles.item}>
              <div className={styles.about}>
                <p>
                  <bdi lang={language} className={styles.word}>
                    {word}
                  </bdi>{' '}
                  <span className={styles.quiet}>{t('words.inNotes', { count: inNotes.length })}</span>
                </p>
                {example && (
                  <p dir="auto" className={styles.example}>
                    {example}
                  </p>
                )}
              </div>
              <Button aria-label={`${t('words.explain')}: ${isolate(word)}`} onPress={() => onExplain(unknown)}>
                {t('words.explain')}
              </Button>
            </li>
          )
        })}
      </ul>
      {words.length > shown && (
        <Button look="quiet" onPress={() => setShown(shown + STEP)}>
          {t('words.more')}
        </Button>
      )}
    </>
  )
}
