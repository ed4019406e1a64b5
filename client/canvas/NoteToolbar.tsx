import { ArrowLeftRight, Link2, Move, Pencil, Sparkles, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from 'react-aria-components'
import { can } from '#shared/permissions/can.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import type { Note } from '#shared/wall/schema.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { deleteNotes } from '../state/deleteNotes.ts'
import { editNote, pairWith, showMatchesOf } from '../state/viewStore.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { toScreen } from './camera.ts'
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
    return () => {
      stopMoves()
      stopNotes()
    }
  }, [scene, id, isMine])

  return (
    <div ref={bar} className={styles.bar}>
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
        <IconButton label={t('canvas.matches')} onPress={() => showMatchesOf(id)}>
          <Sparkles aria-hidden="true" />
        </IconButton>
        <IconButton label={t('contact.pairWith')} isDisabled={!session.me} onPress={() => pairWith(id)}>
          <Link2 aria-hidden="true" />
        </IconButton>
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

/** Distance to the note and to the edges of the canvas, in CSS pixels. */
const MARGIN = 10

/** Above the note, below it where there is no room, and always inside of the canvas. */
function hangAbove(bar: HTMLElement, { x, y, width, height }: { x: number; y: number; width: number; height: number }, { man }: WallScene): void {
  const camera = man.camera()
  const size = man.size()
  const [left, top] = toScreen(camera, [x, y])
  const { offsetWidth, offsetHeight } = bar
  const above = top - offsetHeight - MARGIN
  const below = top + height * camera.zoom + MARGIN
  const atX = left + (width * camera.zoom - offsetWidth) / 2
  const atY = above >= MARGIN ? above : below
  const isOutOfSight = left > size.width || top > size.height || left + width * camera.zoom < 0 || below - MARGIN < 0
  bar.style.visibility = isOutOfSight ? 'hidden' : 'visible'
  bar.style.left = `${Math.max(MARGIN, Math.min(size.width - offsetWidth - MARGIN, atX))}px`
  bar.style.top = `${Math.max(MARGIN, Math.min(size.height - offsetHeight - MARGIN, atY))}px`
}
