import { Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { BrandMark } from './BrandMark.tsx'
import styles from './Brand.module.css'

/** The name of the product with its mark; leads to the start page. */
export function Brand() {
  const { t } = useTranslation()
  return (
    <Link href="/" aria-label={`${t('app.name')}: ${t('app.toStart')}`} className={classes(styles.brand)}>
      <BrandMark />
      <span lang="en">{t('app.name')}</span>
    </Link>
  )
}
