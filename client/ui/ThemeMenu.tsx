import { useTranslation } from 'react-i18next'
import { Menu, MenuItem } from './Menu.tsx'
import type { Opened } from './Opener.tsx'
import { chooseTheme, THEME_CHOICES, useTheme } from './theme.ts'

/** How light the page is, to be chosen. */
export function ThemeMenu(opened: Opened) {
  const { t } = useTranslation()
  const current = useTheme(({ choice }) => choice)
  const choose = (id: unknown): void => {
    const choice = THEME_CHOICES.find((offered) => offered === id)
    if (choice) chooseTheme(choice)
  }
  return (
    <Menu {...opened} label={t('looks.theme')} selectionMode="single" selectedKeys={[current]} onAction={choose}>
      {THEME_CHOICES.map((choice) => (
        <MenuItem key={choice} id={choice} textValue={t(`looks.${choice}`)}>
          {t(`looks.${choice}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
