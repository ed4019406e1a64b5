import { ArrowLeftRight, BookA, Copy, Eye, EyeOff, Link2, Move, Pencil, Sparkles, Trash2, UsersRound } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from 'react-aria-components'
import { can } from '#shared/permissions/can.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import type { Note } from '#shared/wall/schema.ts'
import { PlacesMenu } from '../notes/PlacesMenu.tsx'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { deleteNotes } from '../state/deleteNotes.ts'
import { editNote, pairWith, showMatchesOf, showWords } from '../state/viewStore.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { duplicateNotes } from './duplicateNotes.ts'
import { hangAbove } from './hangAbove.ts'
import styles from './NoteToolbar.module.css'
import type { WallScene } from './wallScene.ts'

interface NoteToolbarProps {
  scene: WallScene
  note: Note
  /** The note is to be moved without dragging. */
  onCarry: (note: Note) => void
}

/** What can be done with the one note that is selected, in reach of the hand that selected it. What is for others to do is grey, and says for whom. */
export function NoteToolbar({ scene, note, onCarry }: NoteToolbarProps) {
  const { t } = useTranslation()
  const session = useSession()
  const reason = useId()
  const bar = useRef<HTMLDivElement>(null)
  const { id } = note
  const other = otherSide(note.kind)
  const isMine = useSessionState(({ wall }) => can(session.role, session.me?.id, { type: 'moveNote', id, to: note.at }, wall))

  useEffect(() => {
    const follow = (): void => {
      const hung = scene.index.get(id)
      if (bar.current && hung) hangAbove(bar.current, hung, scene)
    }
    follow()
    const stopMoves = scene.man.onMove(follow)
    const stopNotes = scene.onNotes((ids) => ids.has(id) && follow())
    const stopCovers = scene.covers.onChange(follow)
    return () => {
      stopMoves()
      stopNotes()
      stopCovers()
      scene.covers.hang(undefined)
    }
  }, [scene, id, isMine])

  return (
    <div ref={bar} data-hung className={styles.bar}>
      <Toolbar aria-label={t('canvas.actions')} aria-describedby={isMine ? undefined : reason} className={classes(styles.actions)}>
        <IconButton label={t('canvas.edit')} isDisabled={!isMine} onPress={() => editNote(id)}>
          <Pencil aria-hidden="true" />
        </IconButton>
        <IconButton label={t('canvas.move')} isDisabled={!isMine} onPress={() => onCarry(note)}>
          <Move aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t(other === 'need' ? 'canvas.toNeed' : 'canvas.toOffer')}
          isDisabled={!isMine}
          onPress={() => session.commit([{ type: 'setKind', id, kind: other }])}
        >
          <ArrowLeftRight aria-hidden="true" />
        </IconButton>
        <IconButton label={t('hand.duplicate')} isDisabled={!isMine} onPress={() => duplicateNotes(scene.index.get, session, [id])}>
          <Copy aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t(note.withheld ? 'withheld.lift' : 'withheld.mark')}
          isDisabled={!isMine}
          onPress={() => session.commit([{ type: 'setWithheld', id, withheld: !note.withheld }])}
        >
          {note.withheld ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
        </IconButton>
        <IconButton label={t('canvas.matches')} onPress={() => showMatchesOf(id)}>
          <Sparkles aria-hidden="true" />
        </IconButton>
        <IconButton label={t('contact.pairWith')} isDisabled={!session.me} onPress={() => pairWith(id)}>
          <Link2 aria-hidden="true" />
        </IconButton>
        {session.role === 'facilitator' && (
          <IconButton label={t('words.ofNote')} onPress={() => showWords(id)}>
            <BookA aria-hidden="true" />
          </IconButton>
        )}
        {note.kind === 'offer' && (
          <PlacesMenu
            note={note}
            trigger={
              <IconButton label={t('places.set')} isDisabled={!isMine}>
                <UsersRound aria-hidden="true" />
              </IconButton>
            }
          />
        )}
        <IconButton label={t('common.delete')} isDisabled={!isMine} onPress={() => deleteNotes(session, [id])}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </Toolbar>
      {!isMine && (
        <p id={reason} className={styles.reason}>
          {t('list.notYours', { name: note.name })}
        </p>
      )}
    </div>
  )
}
