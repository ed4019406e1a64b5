import { useTranslation } from 'react-i18next'
import { notesOfPair } from '#shared/wall/ids.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { isolate, sayWho } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { joinNotes } from '../../state/viewStore.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { requestsOf, type Request } from './requestsOf.ts'
import styles from './RequestsList.module.css'

/** Who is interested in this person's notes and waits for an answer. Draws nothing while nobody waits. */
export function RequestsList() {
  const { t } = useTranslation()
  const { me } = useSession()
  const wall = useSessionState((state) => state.wall)
  const requests = requestsOf(wall, me?.id)
  if (requests.length === 0) return null
  return (
    <section className={styles.requests} aria-labelledby="requests-title">
      <h2 id="requests-title" className={styles.title}>
        {t('pair.requests')} <span className={styles.count}>{requests.length}</span>
      </h2>
      <ul className={styles.list}>
        {requests.map((request) => (
          <RequestItem key={`${request.pair} ${request.side}`} request={request} />
        ))}
      </ul>
    </section>
  )
}

function RequestItem({ request }: { request: Request }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const ids = notesOfPair(request.pair)
  const [need, offer] = useSessionState(({ wall }) => [ids && wall.notes.get(ids.need), ids && wall.notes.get(ids.offer)])
  if (!need || !offer) return null
  const notes = { need, offer }
  const mine = notes[request.side]
  const theirs = notes[otherSide(request.side)]
  const isOwn = mine.author === me?.id && mine.writtenBy === undefined
  const join = (): void => joinNotes({ need: need.id, offer: offer.id })
  return (
    <li className={styles.request} onPointerEnter={join} onFocus={join} onPointerLeave={() => joinNotes(undefined)} onBlur={() => joinNotes(undefined)}>
      <h3 className={styles.who}>
        {isOwn
          ? t('pair.asks', { who: sayWho(theirs, language) })
          : t('pair.asksForOther', { who: sayWho(theirs, language), owner: isolate(mine.name) })}
      </h3>
      {request.interest.line && (
        <blockquote dir="auto" className={styles.line}>
          {request.interest.line}
        </blockquote>
      )}
      <NotePaper note={theirs} whose={t('pair.theirNote')} />
      <NotePaper note={mine} whose={isOwn ? t('pair.yourNote') : t('pair.noteOf', { name: isolate(mine.name) })} quiet />
      <AnswerForm request={request} asker={theirs} />
    </li>
  )
}
