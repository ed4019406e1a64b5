import { type FormEvent, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saysNothing } from '#shared/matching/saysNothing.ts'
import { topicLabel, type TopicLabels } from '#shared/matching/topicLabels.ts'
import { LIMITS, type Language } from '#shared/wall/schema.ts'
import { MOST_TAUGHT, plainWord } from '#shared/wall/taughtWords.ts'
import { noteFinder } from '../../notes/noteFinder.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { languagesOfWord } from './languagesOfWord.ts'
import { TopicsField } from './TopicsField.tsx'
import styles from './Words.module.css'

/** A word that is being taught. */
export interface WordDraft {
  readonly word: string
  /** Absent while it goes by the word's letters. */
  readonly language?: Language
  readonly topics: readonly string[]
}
export const NO_WORD: WordDraft = { word: '', topics: [] }

interface TeachFormProps {
  labels: TopicLabels
  draft: WordDraft
  onDraft: (draft: WordDraft) => void
  onTaught: (word: string) => void
  topicsInput: RefObject<HTMLInputElement | null>
}

/** Says what a word means, and what that will do before it is done. */
export function TeachForm({ labels, draft, onDraft, onTaught, topicsInput }: TeachFormProps) {
  const { t } = useTranslation()
  const reader = useLanguage()
  const session = useSession()
  const words = useSessionState(({ wall }) => wall.words)
  const wordInput = useRef<HTMLInputElement>(null)
  const go = useRef<HTMLButtonElement>(null)
  const [wasSent, setSent] = useState(false)
  const { topics } = draft
  const word = plainWord(draft.word)
  const possible = languagesOfWord(word, reader)
  const language = possible.find((each) => each === draft.language) ?? possible[0] ?? 'en'
  const known = words.find((taught) => taught.word === word && taught.language === language)
  const isJoining = word !== '' && saysNothing(word, language)
  const wordError = isJoining ? t('words.joining') : wasSent && word === '' ? t('words.wordMissing') : undefined
  const topicError = wasSent && topics.length === 0 ? t('words.topicMissing') : undefined
  const isFull = !known && words.length >= MOST_TAUGHT
  const names = new Intl.DisplayNames([reader], { type: 'language' })
  const listed = (ids: readonly string[]): string => new Intl.ListFormat(reader, { type: 'conjunction' }).format(ids.map((id) => isolate(topicLabel(labels, id, reader))))

  // One topic is mostly enough: the list, which would open anew, gives way to the button under it.
  const chosen = useRef(topics.length)
  useEffect(() => {
    if (topics.length > chosen.current) go.current?.focus()
    chosen.current = topics.length
  }, [topics])

  const send = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (word === '' || isJoining) return wordInput.current?.focus()
    if (topics.length === 0) return topicsInput.current?.focus()
    if (isFull || !session.commit([{ type: 'teachWord', language, word, topics }])) return
    setSent(false)
    onTaught(word)
    wordInput.current?.focus()
  }
  return (
    <form aria-label={t('words.form')} className={styles.form} onSubmit={send} noValidate>
      <div className={styles.fields}>
        <TextField
          label={t('words.word')}
          description={t('words.wordHelp')}
          error={wordError}
          value={draft.word}
          onChange={(typed) => onDraft({ ...draft, word: typed })}
          maxLength={LIMITS.taughtWord}
          autoComplete="off"
          inputRef={wordInput}
        />
        <Select
          label={t('words.language')}
          options={possible.map((id) => ({ id, label: names.of(id) ?? id }))}
          value={language}
          onChange={(chosen) => onDraft({ ...draft, language: chosen })}
          isDisabled={possible.length === 1}
        />
      </div>
      <TopicsField labels={labels} topics={topics} onChange={(chosen) => onDraft({ ...draft, topics: chosen })} error={topicError} inputRef={topicsInput} />
      {isFull && <Notice look="warn">{t('words.full', { number: MOST_TAUGHT })}</Notice>}
      {word !== '' && !isJoining && (
        <div className={styles.will} aria-live="polite">
          {topics.length > 0 && <p>{t('words.will', { word: isolate(word), topics: listed(topics) })}</p>}
          <StandsIn word={word} />
          {known && <p>{t('words.replaces', { topics: listed(known.topics) })}</p>}
        </div>
      )}
      <div className={styles.go}>
        <Button ref={go} look="primary" type="submit" isDisabled={isFull}>
          {t('words.go')}
        </Button>
      </div>
    </form>
  )
}

/** In how many notes it stands as it is typed: a word that stands in many will change many matches. */
function StandsIn({ word }: { word: string }) {
  const { t } = useTranslation()
  const notes = useSessionState(({ wall }) => wall.notes)
  const typed = useDeferredValue(word)
  const count = useMemo(() => {
    const isMeant = noteFinder(typed, () => '')
    return [...notes.values()].filter((note) => isMeant({ ...note, name: '' })).length
  }, [typed, notes])
  return <p className={styles.quiet}>{count === 0 ? t('words.standsInNone') : t('words.standsIn', { count })}</p>
}
