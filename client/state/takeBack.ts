import type { Session } from '../session/openSession.ts'
import { lastStep, nextStep } from '../session/createUndo.ts'
import { useView } from './viewStore.ts'

/**
 * Takes one's own last step back, or makes it again, and says in words what that was.
 * @returns `false` when there was nothing to do
 */
export function takeBack({ undo }: Session, way: 'undo' | 'redo'): boolean {
  if (undo[way]() === null) return false
  // Steps of which others have left nothing are passed over: only now is it known which one it was.
  const back = way === 'undo' ? 'redo' : 'undo'
  const gist = nextStep(undo, back)
  useView.setState({ deleted: undefined, takenBack: gist && { way, gist, step: lastStep(undo, back) } })
  return true
}
