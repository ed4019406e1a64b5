import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { lastStep, onSteps } from '../session/createUndo.ts'
import { useSession } from '../session/SessionContext.tsx'
import { takeBack } from '../state/takeBack.ts'
import { useView } from '../state/viewStore.ts'
import { gistInWords } from './gistInWords.ts'
import { Toast } from './Toast.tsx'

/** Says what was undone or redone; the other way is one touch away, until something else is done. */
export function TakenBackToast() {
  const { t } = useTranslation()
  const session = useSession()
  const { undo } = session
  const takenBack = useView((view) => view.takenBack)
  const way = takenBack?.way === 'undo' ? 'redo' : 'undo'
  const subscribe = useCallback((listener: () => void) => onSteps(undo, listener), [undo])
  const isLast = useSyncExternalStore(subscribe, () => lastStep(undo, way) === takenBack?.step)
  const deed = takenBack ? gistInWords(t, takenBack.gist) : ''
  return (
    <Toast
      about={isLast ? takenBack : undefined}
      words={t(way === 'redo' ? 'undo.undone' : 'undo.redone', { deed })}
      action={way === 'redo' ? t('undo.redoShort') : t('common.undo')}
      onAction={() => takeBack(session, way)}
      onClose={() => useView.setState({ takenBack: undefined })}
    />
  )
}
