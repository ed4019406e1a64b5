import { Contrast, Moon, Sun, SunMoon, type LucideIcon } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Dialog } from './Dialog.tsx'
import { chooseTheme, THEME_CHOICES, useTheme, type ThemeChoice } from './theme.ts'
import styles from './ThemeDialog.module.css'

const ICONS: Readonly<Record<ThemeChoice, LucideIcon>> = { system: SunMoon, light: Sun, dark: Moon, contrast: Contrast }

/** How light the page is, seen at once behind the window. */
export function ThemeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const current = useTheme(({ choice }) => choice)
  const choose = (value: string): void => {
    const choice = THEME_CHOICES.find((offered) => offered === value)
    if (choice) chooseTheme(choice)
  }
  return (
    <Dialog title={t('looks.theme')} isOpen onClose={onClose} actions={<Button onPress={onClose}>{t('common.done')}</Button>}>
      <RadioGroup aria-label={t('looks.theme')} value={current} onChange={choose} className={classes(styles.choices)}>
        {THEME_CHOICES.map((choice) => {
          const Icon = ICONS[choice]
          return (
            <Radio key={choice} value={choice} className={classes(styles.choice)}>
              <Icon aria-hidden="true" />
              <span className={styles.name}>{t(`looks.${choice}`)}</span>
              <span className={styles.help}>{t(`looks.${choice}Help`)}</span>
            </Radio>
          )
        })}
      </RadioGroup>
    </Dialog>
  )
}
