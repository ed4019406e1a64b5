import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from './Brand.tsx'
import { LanguageButton } from './LanguageButton.tsx'
import { SkipLink } from './SkipLink.tsx'
import { ThemeButton } from './ThemeButton.tsx'
import { classes } from './classes.ts'
import styles from './PageFrame.module.css'

interface PageFrameProps {
  children: ReactNode
  /** A single column of text or fields in the middle. */
  narrow?: boolean
}

/** Every page but the wall: the head with name and language, and what the page is about. */
export function PageFrame({ children, narrow = false }: PageFrameProps) {
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  return (
    <div className={styles.page}>
      <SkipLink to="main" onSkip={() => main.current?.focus()}>
        {t('skip.main')}
      </SkipLink>
      <header className={styles.head}>
        <Brand />
        <div className={styles.tools}>
          <ThemeButton />
          <LanguageButton />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={classes(styles.main, narrow && styles.narrow)}>{children}</main>
    </div>
  )
}
