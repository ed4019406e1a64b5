import { MoreVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/IconButton.tsx'
import { later } from '../ui/later.tsx'
import { NotLoadedDialog } from '../ui/NotLoaded.tsx'
import { Opener } from '../ui/Opener.tsx'
import type { WallMenuProps } from './WallMenu.tsx'

const WallMenu = later(async () => (await import('./WallMenu.tsx')).WallMenu, NotLoadedDialog)

/** The menu of the wall comes after the notes; its button is there from the first. */
export function WallMenuButton(props: WallMenuProps) {
  const { t } = useTranslation()
  const button = (
    <IconButton label={t('wall.menu')}>
      <MoreVertical aria-hidden="true" />
    </IconButton>
  )
  return (
    <Opener opens="menu" button={button}>
      {(opened) => <WallMenu {...props} {...opened} />}
    </Opener>
  )
}
