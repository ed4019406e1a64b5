import * as Y from 'yjs'
import { EDITS } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { gistOf, type Gist } from '#shared/wall/gistOf.ts'
import { ROOT } from '#shared/wall/schema.ts'

const GIST = 'gist'

/**
 * Undo of what this origin did to notes and sections; each step knows what it did. It starts anew when the wall is
 * brought back to an earlier version: what was taken away and is there again by that would come a second time, and every
 * text in it would stand twice. And when names were erased from it: they stand in the steps.
 */
export function createUndo(doc: Y.Doc, origin: unknown, captureTimeout: number): Y.UndoManager {
  let edits: readonly Edit[] = []
  // Listens before the manager does: it makes a step of the transaction that has just ended.
  doc.on('afterTransaction', (transaction) => {
    edits = (transaction.meta.get(EDITS) as readonly Edit[] | undefined) ?? []
  })
  const undo = new Y.UndoManager([doc.getMap(ROOT.notes), doc.getMap(ROOT.sections)], { trackedOrigins: new Set([origin]), captureTimeout })
  undo.on('stack-item-added', ({ stackItem }) => {
    // What takes a step back did the same as the step.
    stackItem.meta.set(GIST, undo.currStackItem?.meta.get(GIST) ?? gistOf(edits))
  })
  doc.getMap(ROOT.settings).observe(({ keysChanged }) => {
    if (keysChanged.has('restored') || keysChanged.has('erased')) undo.clear()
  })
  return undo
}

export const lastStep = (undo: Y.UndoManager, way: 'undo' | 'redo') => (way === 'undo' ? undo.undoStack : undo.redoStack).at(-1)

/** What undo, or redo, would do next. */
export const nextStep = (undo: Y.UndoManager, way: 'undo' | 'redo'): Gist | undefined =>
  lastStep(undo, way)?.meta.get(GIST) as Gist | undefined

/** Tells when steps came or went. @returns how to stop listening */
export function onSteps(undo: Y.UndoManager, listener: () => void): () => void {
  undo.on('stack-item-added', listener)
  undo.on('stack-item-popped', listener)
  undo.on('stack-cleared', listener)
  return () => {
    undo.off('stack-item-added', listener)
    undo.off('stack-item-popped', listener)
    undo.off('stack-cleared', listener)
  }
}
