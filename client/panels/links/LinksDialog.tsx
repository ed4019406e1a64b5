import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/permissions/roles.ts'
import { renewLink } from '../../session/api.ts'
import { rememberedWall, rememberWall } from '../../session/device.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { keyOfLink, knownLinks } from './knownLinks.ts'
import { LinksList } from './LinksList.tsx'

interface LinksDialogProps {
  isOpen: boolean
  onClose: () => void
}

type Renewing = { is: 'asking' | 'sending'; role: Role } | { is: 'done' | 'failed' } | undefined

/** The links of the open wall. A facilitator can replace each; whoever came in by the old one is asked for the new one. */
export function LinksDialog({ isOpen, onClose }: LinksDialogProps) {
  const { t } = useTranslation()
  const session = useSession()
  const [renewing, setRenewing] = useState<Renewing>()
  const mayRenew = session.role === 'facilitator'

  async function renew(role: Role): Promise<void> {
    setRenewing({ is: 'sending', role })
    const answer = await renewLink(session.wallId, session.key, role)
    if (!answer.ok) return setRenewing({ is: 'failed' })
    const wall = rememberedWall(session.wallId)
    const key = keyOfLink(answer.value.link)
    if (wall) rememberWall({ ...wall, keys: { ...wall.keys, [role]: key } })
    setRenewing({ is: 'done' })
    // The wall is open by the link that has just stopped working: it is opened by the new one.
    if (role === session.role) location.replace(`#k=${key}`)
  }

  const asked = renewing?.is === 'asking' || renewing?.is === 'sending' ? renewing : undefined
  const close = (): void => {
    setRenewing(undefined)
    onClose()
  }
  return (
    <>
      <Dialog wide title={t('links.title')} isOpen={isOpen} onClose={close}>
        {renewing?.is === 'done' && (
          <Notice look="good" isAlert>
            {t('links.renewed')}
          </Notice>
        )}
        {renewing?.is === 'failed' && (
          <Notice look="error" isAlert>
            {t('links.notRenewed')}
          </Notice>
        )}
        <LinksList links={knownLinks(session.wallId)} onRenew={mayRenew ? (role) => setRenewing({ is: 'asking', role }) : undefined} />
      </Dialog>
      <ConfirmDialog
        title={t('links.renewTitle', { who: asked && t(`links.${asked.role}`) })}
        action={t('links.renew')}
        danger
        isOpen={asked !== undefined}
        isPending={asked?.is === 'sending'}
        onConfirm={() => asked && void renew(asked.role)}
        onCancel={() => setRenewing(undefined)}
      >
        <p>{t('links.renewWhat')}</p>
      </ConfirmDialog>
    </>
  )
}
