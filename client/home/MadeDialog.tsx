import { useTranslation } from 'react-i18next'
import type { WallMade } from '#shared/protocol/api.ts'
import { knownLinks } from '../panels/links/knownLinks.ts'
import { LinksList } from '../panels/links/LinksList.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'

interface MadeDialogProps {
  made: WallMade | undefined
  onClose: () => void
}

/** The wall exists: its three links, and the way in. */
export function MadeDialog({ made, onClose }: MadeDialogProps) {
  const { t } = useTranslation()
  if (!made) return null
  // By this page's own address: the links the server gives are for a public address, where one is configured.
  const facilitator = knownLinks(made.id).facilitator ?? made.links.facilitator
  return (
    <Dialog
      wide
      isOpen
      title={t('links.ready')}
      onClose={onClose}
      actions={
        <ButtonLink href={facilitator} look="primary" large>
          {t('links.openWall')}
        </ButtonLink>
      }
    >
      <Notice look="warn">{t('links.keep')}</Notice>
      <LinksList links={made.links} />
    </Dialog>
  )
}
