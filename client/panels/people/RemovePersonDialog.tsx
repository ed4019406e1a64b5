import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#shared/wall/schema.ts'
import { removePerson } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

interface RemovePersonDialogProps {
  person: Person
  onLinks: () => void
  /** They ask for more than that. */
  onErase: () => void
  onClose: () => void
}

type Removing = 'asking' | 'sending' | 'failed' | 'done'

/** Asks before a person is sent away, and says afterwards how they could still come back. */
export function RemovePersonDialog({ person, onLinks, onErase, onClose }: RemovePersonDialogProps) {
  const { t } = useTranslation()
  const session = useSession()
  const [removing, setRemoving] = useState<Removing>('asking')
  const { name } = person

  async function remove(): Promise<void> {
    setRemoving('sending')
    const answer = await askAs(session, (wall, token) => removePerson(wall, token, person.id))
    setRemoving(answer.ok ? 'done' : 'failed')
  }

  if (removing === 'done') {
    return (
      <Dialog
        title={t('people.removedTitle', { name })}
        isOpen
        onClose={onClose}
        actions={
          <>
            <Button onPress={onLinks}>{t('people.removedLinks')}</Button>
            <Button look="primary" onPress={onClose}>
              {t('common.done')}
            </Button>
          </>
        }
      >
        <p>{t('people.removeStays')}</p>
        <Notice>{t('people.removeBack')}</Notice>
      </Dialog>
    )
  }
  return (
    <Dialog
      role="alertdialog"
      title={t('people.removeTitle', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" isPending={removing === 'sending'} onPress={() => void remove()}>
            {t('common.remove')}
          </Button>
        </>
      }
    >
      {removing === 'failed' && (
        <Notice look="error" isAlert>
          {t('people.notRemoved', { name })}
        </Notice>
      )}
      <p>{t('people.removeWhat')}</p>
      <p>{t('people.removeStays')}</p>
      <p>{t('people.removeBack')}</p>
      <Button look="quiet" icon={<Eraser aria-hidden="true" />} onPress={onErase}>
        {t('erasing.person')}
      </Button>
    </Dialog>
  )
}
