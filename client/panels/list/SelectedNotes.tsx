import { Copy, LayoutGrid, Link2, ListChecks, MapPin, Move, SquareDashed, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ArrangeNotesMenu } from '../../canvas/ArrangeNotesMenu.tsx'
import { arrangeOnWall } from '../../canvas/arrangeOnWall.ts'
import { duplicateNotes } from '../../canvas/duplicateNotes.ts'
import { hangingNotes } from '../../canvas/hangingNotes.ts'
import { MOST_AT_ONCE } from '../../canvas/hangNotes.ts'
import { mayMove } from '../../canvas/mayMove.ts'
import { pairOf } from '../../pairing/pairOf.ts'
import { mayPairByHand } from '../../pairing/partnersOf.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { deleteNotes } from '../../state/deleteNotes.ts'
import { moveNotes, nameSection, openPair, selectListed, showOnWall, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Action } from './Action.tsx'
import styles from './SelectedNotes.module.css'

export interface SelectedNotesProps {
  onSelectAll: () => void
  /** Selects nothing any more. */
  onDone: () => void
}

/** What can be done with several notes at once, as on the wall. It is done with those that are one's own; how many these are is said. */
export function SelectedNotes({ onSelectAll, onDone }: SelectedNotesProps) {
  const { t } = useTranslation()
  const session = useSession()
  const selection = useView((view) => view.selection)
  const notes = useSessionState(({ wall }) => wall.notes)
  const here = [...selection].flatMap((id) => notes.get(id) ?? [])
  const mine = useSessionState(useShallow(() => here.map(({ id }) => id).filter((id) => mayMove(session, id))))
  const isNone = mine.length === 0
  const [one, other] = here
  const isPair = here.length === 2 && one && other && mayPairByHand(one, other, { role: session.role, person: session.me?.id })
  const copy = (): void => {
    const hung = new Map(hangingNotes(session).map((box) => [box.note.id, box]))
    if (duplicateNotes((id) => hung.get(id), session, mine)) selectListed(useView.getState().selection)
  }
  return (
    <section aria-label={t('hand.actions')} className={styles.selected}>
      <div className={styles.head}>
        <p className={styles.count}>
          {here.length === 0 ? t('selected.tap') : t('hand.selected', { count: here.length })}{' '}
          {mine.length < here.length && <span className={styles.yours}>{t('hand.yours', { count: mine.length })}</span>}
        </p>
        <Action icon={ListChecks} onPress={onSelectAll}>
          {t('selected.all')}
        </Action>
        <Button onPress={onDone}>{t('common.done')}</Button>
      </div>
      {mine.length > MOST_AT_ONCE && <p className={styles.yours}>{t('hand.tooMany', { limit: MOST_AT_ONCE })}</p>}
      <div className={styles.actions}>
        <Action icon={Move} isDisabled={isNone} onPress={() => moveNotes(mine)}>
          {t('move.open')}
        </Action>
        <ArrangeNotesMenu
          onArrange={(how) => arrangeOnWall(hangingNotes(session), session, mine, how)}
          trigger={
            <Action icon={LayoutGrid} isDisabled={mine.length < 2}>
              {t('hand.arrange')}
            </Action>
          }
        />
        {isPair && (
          <Action icon={Link2} onPress={() => openPair(pairOf(one, other.id))}>
            {t('selected.pair')}
          </Action>
        )}
        <Action icon={Copy} isDisabled={isNone || mine.length > MOST_AT_ONCE} onPress={copy}>
          {t('hand.duplicate')}
        </Action>
        <Action icon={MapPin} isDisabled={here.length === 0} onPress={() => showOnWall(here.map(({ id }) => id))}>
          {t('list.show')}
        </Action>
        {session.role === 'facilitator' && (
          <Action icon={SquareDashed} isDisabled={here.length === 0} onPress={() => nameSection('new')}>
            {t('sections.new')}
          </Action>
        )}
        <Action icon={Trash2} danger isDisabled={isNone} onPress={() => deleteNotes(session, mine)}>
          {t('common.delete')}
        </Action>
      </div>
    </section>
  )
}
