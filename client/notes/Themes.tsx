import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Themes.module.css'

/** What the workshop is about, so that people write to the point. */
export function Themes({ themes }: { themes: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <p className={styles.themes}>
      <span className={styles.label}>{t('wall.themes')}</span>{' '}
      {themes.map((theme, i) => (
        <Fragment key={theme}>
          {i > 0 && ' · '}
          <bdi>{theme}</bdi>
        </Fragment>
      ))}
    </p>
  )
}
