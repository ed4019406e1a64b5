import { useTranslation } from 'react-i18next'
import type { TopicLabels } from '#shared/matching/topicLabels.ts'
import type { TaughtWord } from '#shared/wall/schema.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './Words.module.css'

interface TaughtWordsProps {
  labels: TopicLabels
  /** Absent for those who only read. */
  onForget?: (word: TaughtWord) => void
}

/** What was taught on this wall, and by whom; the newest first. */
export function TaughtWords({ labels, onForget }: TaughtWordsProps) {
  const { t } = useTranslation()
  const reader = useLanguage()
  const words = useSessionState(({ wall }) => wall.words)
  const people = useSessionState(({ wall }) => wall.people)
  const name = (id: string): string => labels[id]?.[reader] ?? t('words.unknownTopic')
  if (words.length === 0) return <p className={styles.quiet}>{t('words.taughtNone')}</p>
  return (
    <ul role="list" aria-label={t('words.taught')} className={styles.list}>
      {[...words].sort((a, b) => b.at - a.at).map((taught) => {
        const { word, language, topics, by } = taught
        const teacher = people.get(by)?.name
        return (
          <li key={`${language}/${word}`} className={styles.item}>
            <div className={styles.about}>
              <p>
                <bdi lang={language} className={styles.word}>
                  {word}
                </bdi>
                {' – '}
                {new Intl.ListFormat(reader, { type: 'conjunction' }).format(topics.map((id) => isolate(name(id))))}
              </p>
              <p className={styles.quiet}>{teacher ? t('words.by', { name: isolate(teacher) }) : t('words.byNobody')}</p>
            </div>
            {onForget && (
              <Button aria-label={`${t('words.forget')}: ${isolate(word)}`} onPress={() => onForget(taught)}>
                {t('words.forget')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
