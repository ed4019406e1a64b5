import * as Y from 'yjs'
import { ROOT } from '#shared/wall/schema.ts'

/**
 * Undo of what this origin did to notes and sections. It starts anew when the wall is brought back to an earlier version: what was
 * taken away and is there again by that would come a second time, and every text in it would stand twice.
 */
export function createUndo(doc: Y.Doc, origin: unknown, captureTimeout: number): Y.UndoManager {
  const undo = new Y.UndoManager([doc.getMap(ROOT.notes), doc.getMap(ROOT.sections)], { trackedOrigins: new Set([origin]), captureTimeout })
  doc.getMap(ROOT.settings).observe(({ keysChanged }) => {
    if (keysChanged.has('restored')) undo.clear()
  })
  return undo
}
