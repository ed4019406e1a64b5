import { type Ref, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { topicLabel, type TopicLabels } from '#shared/matching/topicLabels.ts'
import { MOST_MEANINGS } from '#shared/wall/taughtWords.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Tags } from '../../ui/Tags.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { findTopics } from './findTopics.ts'
import styles from './Words.module.css'

interface TopicsFieldProps {
  labels: TopicLabels
  topics: readonly string[]
  onChange: (topics: readonly string[]) => void
  error: string | undefined
  inputRef: Ref<HTMLInputElement>
}

/** One topic or a few, found by typing part of a name in any of the seven languages. */
export function TopicsField({ labels, topics, onChange, error, inputRef }: TopicsFieldProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const isFull = topics.length >= MOST_MEANINGS
  const options = useMemo(
    () => findTopics(labels, typed, language).filter(({ id }) => !topics.includes(id)).map(({ id, label, foundBy }) => ({ id, label, note: foundBy })),
    [labels, typed, language, topics],
  )
  const choose = (id: string | null): void => {
    if (id === null) return
    setTyped('')
    onChange([...topics, id])
  }
  return (
    <div className={styles.topics}>
      <ComboBox
        label={t('words.topics')}
        description={t('words.topicsHelp')}
        error={error}
        options={isFull ? [] : options}
        input={typed}
        onInput={setTyped}
        value={null}
        onChoose={choose}
        empty={t(isFull ? 'words.topicsFull' : Object.keys(labels).length === 0 ? 'app.loading' : 'words.topicNone')}
        inputRef={inputRef}
      />
      <Tags
        label={t('words.topicsChosen')}
        tags={topics.map((id) => ({ id, text: topicLabel(labels, id, language) }))}
        onRemove={(gone) => onChange(topics.filter((id) => id !== gone))}
      />
    </div>
  )
}
