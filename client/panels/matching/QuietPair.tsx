import { useTranslation } from 'react-i18next'
import { notesOfPair, type PairId } from '#shared/wall/ids.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { StateChip } from '../../pairing/StateChip.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { joinNotes, openPair } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './QuietPair.module.css'

/** A need and an offer, one above the other, and where they stand: half of an exchange. */
export function QuietPair({ id }: { id: PairId }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const ends = notesOfPair(id)
  const [need, offer] = useSessionState(({ wall }) => [ends && wall.notes.get(ends.need), ends && wall.notes.get(ends.offer)])
  const state = useSessionState(({ wall }) => wall.pairs.get(id)?.state)
  if (!need || !offer) return null
  const join = (): void => joinNotes({ need: need.id, offer: offer.id })
  const leave = (): void => joinNotes(undefined)
  return (
    <div className={styles.pair} onPointerEnter={join} onPointerLeave={leave} onFocus={join} onBlur={leave}>
      {[need, offer].map((note) => (
        <NotePaper key={note.id} note={note} quiet whose={note.author === me?.id && !note.writtenBy ? t('match.yourNote') : undefined} />
      ))}
      {state && (
        <p className={styles.state}>
          <StateChip state={state} />
          <Button look="quiet" onPress={() => openPair(id)}>
            {t('match.open')}
          </Button>
        </p>
      )}
    </div>
  )
}
