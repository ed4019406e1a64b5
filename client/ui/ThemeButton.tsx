import { SunMoon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import { later } from './later.tsx'
import { NotLoadedDialog } from './NotLoaded.tsx'
import { Opener } from './Opener.tsx'

const ThemeMenu = later(async () => (await import('./ThemeMenu.tsx')).ThemeMenu, NotLoadedDialog, { isFirst: true })

/** How light the page is; the choice is remembered on this device. */
export function ThemeButton() {
  const { t } = useTranslation()
  const button = (
    <IconButton label={t('looks.theme')}>
      <SunMoon aria-hidden="true" />
    </IconButton>
  )
  return (
    <Opener opens="menu" button={button}>
      {(opened) => <ThemeMenu {...opened} />}
    </Opener>
  )
}
