import { SunMoon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import { Menu, MenuItem } from './Menu.tsx'
import { chooseTheme, THEME_CHOICES, useTheme } from './theme.ts'

/** How light the page is; the choice is remembered on this device. */
export function ThemeMenu() {
  const { t } = useTranslation()
  const current = useTheme(({ choice }) => choice)
  const choose = (id: unknown): void => {
    const choice = THEME_CHOICES.find((offered) => offered === id)
    if (choice) chooseTheme(choice)
  }
  return (
    <Menu
      label={t('looks.theme')}
      selectionMode="single"
      selectedKeys={[current]}
      onAction={choose}
      trigger={
        <IconButton label={t('looks.theme')}>
          <SunMoon aria-hidden="true" />
        </IconButton>
      }
    >
      {THEME_CHOICES.map((choice) => (
        <MenuItem key={choice} id={choice} textValue={t(`looks.${choice}`)}>
          {t(`looks.${choice}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
