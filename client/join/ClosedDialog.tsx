import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CloseName } from '#shared/protocol/closeCodes.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'

/** The server ended the connection for good: why, what to do, and where one's own words are. The wall stays readable. */
export function ClosedDialog({ why }: { why: CloseName }) {
  const { t } = useTranslation()
  const { role } = useSession()
  const { waiting, keptHere } = useSessionState(({ waiting, keptHere }) => ({ waiting, keptHere }))
  const [isOpen, setOpen] = useState(true)
  const canReload = why === 'badMessage' || why === 'refusedTooOften'
  const kept = waiting > 0 ? t('connection.keptHereWaiting', { count: waiting }) : t('connection.keptHere')
  return (
    <Dialog
      role="alertdialog"
      title={t(`connection.closedTitle.${why}`)}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      actions={
        <>
          <Button onPress={() => setOpen(false)}>{t('connection.stay')}</Button>
          {canReload ? (
            <Button look="primary" onPress={() => location.reload()}>
              {t('common.reload')}
            </Button>
          ) : (
            <ButtonLink href="/" look="primary">
              {t('common.startPage')}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>{t(`connection.closed.${why}`)}</p>
      <p>{t(`connection.closedDo.${why}`)}</p>
      {why === 'erased' || why === 'personErased' ? (
        <Notice look={waiting > 0 ? 'warn' : 'good'}>{waiting > 0 ? t('connection.erasedWaiting', { count: waiting }) : t('connection.erasedHere')}</Notice>
      ) : (
        role !== 'viewer' && <Notice look={keptHere ? 'good' : 'warn'}>{keptHere ? kept : t('connection.notKeptHere')}</Notice>
      )}
    </Dialog>
  )
}
