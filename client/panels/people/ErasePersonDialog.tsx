import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamesErased } from '#shared/protocol/api.ts'
import type { Person } from '#shared/wall/schema.ts'
import { ErasedReport } from '../../erasing/ErasedReport.tsx'
import { WhatGoes } from '../../erasing/WhatGoes.tsx'
import { erasePerson } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** A facilitator erases a person who has asked for it, and is told what was there. */
export function ErasePersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [doNotesGo, setNotesGo] = useState(false)
  const [state, setState] = useState<'asking' | 'working' | 'failed' | NamesErased>('asking')
  // What was asked about is said to the end: the name is gone by then.
  const { id, name } = person
  const isDone = typeof state === 'object'
  const isWorking = state === 'working'

  async function erase(): Promise<void> {
    setState('working')
    const answer = await askAs(session, (wall, token) => erasePerson(wall, token, id, doNotesGo ? 'go' : 'stay'))
    setState(answer.ok ? answer.value : 'failed')
  }
  return (
    <Dialog
      role="alertdialog"
      title={t(isDone ? 'erasing.personDone' : 'erasing.personTitle', { name })}
      isOpen
      // What is being done is told here: until then the window stays.
      {...(!isWorking && { onClose })}
      actions={
        isDone ? (
          <Button look="primary" onPress={onClose}>
            {t('common.done')}
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
      {isDone ? (
        <ErasedReport report={state} />
      ) : (
        <>
          {state === 'failed' && (
            <Notice look="error" isAlert>
              {t('erasing.failed')}
            </Notice>
          )}
          <p>{t('erasing.personAsked')}</p>
          <WhatGoes doNotesGo={doNotesGo} onNotes={setNotesGo} />
        </>
      )}
    </Dialog>
  )
}
