import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoManager } from 'yjs'
import { nextStep, onSteps } from '../session/createUndo.ts'
import { gistInWords } from './gistInWords.ts'

/** What undo and redo would do next, in words and kept up to date; `undefined` where there is nothing of one's own. */
export function useUndoSteps(undo: UndoManager): { undo: string | undefined; redo: string | undefined } {
  const { t } = useTranslation()
  const subscribe = useCallback((listener: () => void) => onSteps(undo, listener), [undo])
  const back = useSyncExternalStore(subscribe, () => nextStep(undo, 'undo'))
  const forth = useSyncExternalStore(subscribe, () => nextStep(undo, 'redo'))
  return {
    undo: back && t('undo.undo', { deed: gistInWords(t, back) }),
    redo: forth && t('undo.redo', { deed: gistInWords(t, forth) }),
  }
}
