import { useTranslation } from 'react-i18next'
import type { DeviceWall } from '../session/device.ts'
import { allWaiting } from '../session/deviceCopy.ts'
import { forgetOnDevice } from '../session/forgetOnDevice.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Notice } from '../ui/Notice.tsx'

interface ForgetDialogProps {
  /** The wall that is asked about; nothing is shown without. */
  wall: DeviceWall | undefined
  onDone: () => void
}

/** Says what goes with a wall that this device forgets: its keys, its copy, and what was never sent. */
export function ForgetDialog({ wall, onDone }: ForgetDialogProps) {
  const { t } = useTranslation()
  const waiting = wall ? allWaiting(wall.id) : 0
  const forget = (): void => {
    if (!wall) return
    void forgetOnDevice(wall.id)
    onDone()
  }
  return (
    <ConfirmDialog title={t('home.forgetTitle')} action={t('home.forget')} danger isOpen={wall !== undefined} onConfirm={forget} onCancel={onDone}>
      <p>{t('home.forgetWhat', { title: wall?.title || t('home.noTitle') })}</p>
      {wall?.keys.facilitator && <Notice look="warn">{t('home.forgetWarning')}</Notice>}
      {waiting > 0 && <Notice look="error">{t('home.forgetWaiting', { count: waiting })}</Notice>}
    </ConfirmDialog>
  )
}
