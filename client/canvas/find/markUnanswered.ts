import type { NoteId } from '#shared/wall/ids.ts'
import { useNoteFacts } from '../../state/noteFacts.ts'
import { useView } from '../../state/viewStore.ts'
import type { WallScene } from '../wallScene.ts'

const NONE: ReadonlySet<NoteId> = new Set()

/** Has the needs stand out that nobody has answered, while this screen wants it. @returns how to stop */
export function markUnanswered(scene: WallScene): () => void {
  const mark = (): void => scene.mark((useView.getState().marksUnanswered ? useNoteFacts.getState().unanswered : undefined) ?? NONE)
  mark()
  const stops = [
    useView.subscribe((now, before) => now.marksUnanswered !== before.marksUnanswered && mark()),
    useNoteFacts.subscribe((now, before) => now.unanswered !== before.unanswered && mark()),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
