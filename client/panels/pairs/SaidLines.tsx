import { useTranslation } from 'react-i18next'
import { answerOf, hasDeclinedSuggestion, willAnswerLater } from '#shared/wall/pairState.ts'
import { NOTE_KINDS, type Note, type Pair, type Side } from '#shared/wall/schema.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './SaidLines.module.css'

/** What both sides said to each other, oldest first. */
export function SaidLines({ pair: { facts }, notes }: { pair: Pair; notes: Readonly<Record<Side, Note>> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { outcome, suggestion } = facts
  const suggester = useSessionState(({ wall }) => (suggestion ? wall.people.get(suggestion.by) : undefined))
  const closer = useSessionState(({ wall }) => (outcome ? wall.people.get(outcome.by) : undefined))
  const said = NOTE_KINDS.flatMap((side) => {
    const who = sayWho(notes[side], language)
    const interest = facts.interest[side]
    const answer = answerOf(facts, side) ?? (hasDeclinedSuggestion(facts, side) ? facts.answer[side] : undefined)
    return [
      ...(interest ? [{ ...interest, words: t('pair.saidInterest', { who }) }] : []),
      ...(willAnswerLater(facts, side) && facts.later[side] ? [{ ...facts.later[side], line: '', words: t('contact.saidLater', { who }) }] : []),
      ...(answer ? [{ ...answer, words: t(answer.accepted ? 'pair.saidAccept' : 'pair.saidDecline', { who }) }] : []),
    ]
  }).sort((a, b) => a.at - b.at)
  if (suggestion && suggester) said.unshift({ ...suggestion, words: t('contact.saidSuggest', { who: sayWho(suggester, language) }) })
  if (outcome && closer) {
    said.push({ ...outcome, words: t(outcome.state === 'done' ? 'pair.saidDone' : 'pair.saidDropped', { who: sayWho(closer, language) }) })
  }
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (said.length === 0) return null
  return (
    <section className={styles.said}>
      <h3 className={styles.title}>{t('pair.said')}</h3>
      <ul className={styles.list} aria-live="polite">
        {said.map(({ by, at, line, words }) => (
          <li key={`${by} ${at} ${words}`} className={styles.item}>
            <p className={styles.words}>
              {words} <time dateTime={new Date(at).toISOString()}>{time.format(at)}</time>
            </p>
            {line && (
              <blockquote dir="auto" className={styles.line}>
                {line}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
