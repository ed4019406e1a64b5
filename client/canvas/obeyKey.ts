import type { NoteKind } from '#shared/wall/schema.ts'
import { unreachable } from '#shared/wall/unreachable.ts'
import type { Session } from '../session/openSession.ts'
import type { KeyCommand } from '../keys/wallKeys.ts'
import { deleteNotes } from '../state/deleteNotes.ts'
import { takeBack } from '../state/takeBack.ts'
import { editNote, findOnWall, pairWith, selectNotes, showHelp, takeLasso, useView } from '../state/viewStore.ts'
import { panned } from './camera.ts'
import { dropOnWall } from './dropOnWall.ts'
import { duplicateNotes } from './duplicateNotes.ts'
import { findMine } from './find/findMine.ts'
import { goToFound } from './find/goToFound.ts'
import { mayMove } from './mayMove.ts'
import type { WallScene } from './wallScene.ts'
import { zoomAt, zoomBy } from './ZoomBar.tsx'

/** One press of an arrow key, in CSS pixels for the wall and in wall units for a note. */
const STEP = { wall: 80, wallFar: 400, note: 20, noteFar: 220 } as const

interface KeyOptions {
  readonly mayWrite: boolean
  readonly onAdd: (kind: NoteKind) => void
}

/** Does what a key asks for. @returns whether it did something with it */
export function obeyKey(command: KeyCommand, scene: WallScene, session: Session, { mayWrite, onAdd }: KeyOptions): boolean {
  const { selection } = useView.getState()
  const mine = [...selection].filter((id) => mayWrite && mayMove(session, id))
  switch (command.do) {
    case 'fit':
      scene.seek([])
      return true
    case 'actualSize':
      zoomAt(scene, 1, 'leap')
      return true
    case 'zoomToSelection':
      if (selection.size > 0) scene.zoomTo([...selection])
      return selection.size > 0
    case 'goBack':
      return scene.man.back()
    case 'zoom':
      zoomBy(scene, command.factor)
      return true
    case 'arrow': {
      const { x, y, far } = command
      if (mine.length > 0) {
        const step = far ? STEP.noteFar : STEP.note
        dropOnWall(scene, session, mine, [x * step, y * step])
        scene.seek(mine)
      } else {
        const step = far ? STEP.wallFar : STEP.wall
        scene.man.cut(panned(scene.man.camera(), -x * step, -y * step))
      }
      return true
    }
    case 'add':
      if (mayWrite) onAdd(command.kind)
      return mayWrite
    case 'edit':
      if (mine.length !== 1) return false
      editNote(mine[0])
      return true
    case 'bin':
      return deleteNotes(session, mine)
    case 'selectAll':
      selectNotes(scene.index.all().map(({ note }) => note.id).filter(scene.sift.isFound))
      return true
    case 'find':
      findOnWall()
      return true
    case 'mine':
      return findMine(scene, session)
    case 'nextFound':
      return goToFound(scene, 1)
    case 'previousFound':
      return goToFound(scene, -1)
    case 'duplicate':
      duplicateNotes(scene.index.get, session, mine)
      return true // even when there is nothing to copy, nobody wants a bookmark
    case 'lasso':
      takeLasso(!useView.getState().hasLasso)
      return true
    case 'leave':
      pairWith(undefined)
      takeLasso(false)
      selectNotes([])
      return true
    case 'help':
      showHelp(true)
      return true
    case 'undo':
      return mayWrite && takeBack(session, 'undo')
    case 'redo':
      return mayWrite && takeBack(session, 'redo')
    default:
      return unreachable(command)
  }
}
