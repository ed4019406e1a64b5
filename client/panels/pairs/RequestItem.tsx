import { useTranslation } from 'react-i18next'
import { notesOfPair } from '#shared/wall/ids.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { isolate, sayWho } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { joinNotes } from '../../state/viewStore.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { AnswerForm } from './AnswerForm.tsx'
import type { Request } from './requestsOf.ts'
import styles from './RequestsList.module.css'
import { SupportAnswerForm } from './SupportAnswerForm.tsx'

/** One thing that is asked of the reader: by whom, about which two notes, and the answer. */
export function RequestItem({ request }: { request: Request }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const ids = notesOfPair(request.pair)
  const [need, offer] = useSessionState(({ wall }) => [ids && wall.notes.get(ids.need), ids && wall.notes.get(ids.offer)])
  const asker = useSessionState(({ wall }) => wall.people.get(request.asked.by))
  if (!need || !offer) return null
  const notes = { need, offer }
  const mine = notes[request.side]
  const theirs = notes[otherSide(request.side)]
  const isOwn = mine.author === me?.id && mine.writtenBy === undefined
  const join = (): void => joinNotes({ need: need.id, offer: offer.id })
  const leave = (): void => joinNotes(undefined)
  const whose = isOwn ? t('pair.yourNote') : t('pair.noteOf', { name: isolate(mine.name) })
  const words = (): string => {
    // Who has just joined may not be on this device's wall yet.
    const who = request.is === 'interest' ? sayWho(theirs, language) : asker ? sayWho(asker, language) : t('contact.somebody')
    switch (request.is) {
      case 'suggestion':
        return t('contact.suggests', { who })
      case 'support':
        return t('contact.supports', { who })
      case 'interest':
        return isOwn ? t('pair.asks', { who }) : t('pair.asksForOther', { who, owner: isolate(mine.name) })
    }
  }
  return (
    <li className={styles.request} onPointerEnter={join} onFocus={join} onPointerLeave={leave} onBlur={leave}>
      <h3 className={styles.who}>{words()}</h3>
      {request.asked.line && (
        <blockquote dir="auto" className={styles.line}>
          {request.asked.line}
        </blockquote>
      )}
      <NotePaper note={theirs} whose={t('pair.theirNote')} />
      <NotePaper note={mine} whose={whose} quiet />
      {request.is === 'support' ? <SupportAnswerForm pair={request.pair} support={request.asked} /> : <AnswerForm request={request} other={theirs} />}
    </li>
  )
}
