import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamesErased } from '#shared/protocol/api.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { ErasedReport } from '../../erasing/ErasedReport.tsx'
import { WhatGoes } from '../../erasing/WhatGoes.tsx'
import { erasePerson } from '../../session/api.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Has oneself erased from the wall; afterwards this page belongs to nobody, and is left. */
export function EraseMeDialog({ me, onClose }: { me: ParticipantId; onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [doNotesGo, setNotesGo] = useState(false)
  const [state, setState] = useState<'asking' | 'working' | 'failed' | 'hungUp' | NamesErased>('asking')

  async function erase(): Promise<void> {
    setState('working')
    const token = await session.token()
    if (token === undefined) return setState('failed')
    // What was sent before is on the wall then, and is erased with the rest.
    await session.hangUp()
    const answer = await erasePerson(session.wallId, token, me, doNotesGo ? 'go' : 'stay')
    if (!answer.ok) return setState('hungUp')
    await session.forgetMe()
    setState(answer.value)
  }
  if (typeof state === 'object') {
    return (
      <Dialog
        role="alertdialog"
        title={t('connection.closedTitle.personErased')}
        isOpen
        actions={
          <ButtonLink href="/" look="primary">
            {t('common.startPage')}
          </ButtonLink>
        }
      >
        <ErasedReport report={state} />
        <p>{t('erasing.deviceForgot')}</p>
      </Dialog>
    )
  }
  const isWorking = state === 'working'
  return (
    <Dialog
      role="alertdialog"
      title={t('erasing.meTitle')}
      isOpen
      {...(!isWorking && state !== 'hungUp' && { onClose })}
      actions={
        state === 'hungUp' ? (
          <Button look="primary" onPress={() => location.reload()}>
            {t('common.reload')}
          </Button>
        ) : (
          <>
            <Button isDisabled={isWorking} onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button look="danger" isPending={isWorking} onPress={() => void erase()}>
              {t('erasing.erase')}
            </Button>
          </>
        )
      }
    >
      {(state === 'failed' || state === 'hungUp') && (
        <Notice look="error" isAlert>
          {t('erasing.failed')}
        </Notice>
      )}
      <WhatGoes doNotesGo={doNotesGo} onNotes={setNotesGo} />
    </Dialog>
  )
}
