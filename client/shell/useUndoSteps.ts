import { useSyncExternalStore } from 'react'
import type { UndoManager } from 'yjs'

/** Whether there is something of one's own to undo or to redo, kept up to date. */
export function useUndoSteps(undo: UndoManager): { canUndo: boolean; canRedo: boolean } {
  const subscribe = (listener: () => void): (() => void) => {
    undo.on('stack-item-added', listener)
    undo.on('stack-item-popped', listener)
    undo.on('stack-cleared', listener)
    return () => {
      undo.off('stack-item-added', listener)
      undo.off('stack-item-popped', listener)
      undo.off('stack-cleared', listener)
    }
  }
  const canUndo = useSyncExternalStore(subscribe, () => undo.canUndo())
  const canRedo = useSyncExternalStore(subscribe, () => undo.canRedo())
  return { canUndo, canRedo }
}
