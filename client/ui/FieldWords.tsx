import { type ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './Field.module.css'

export interface FieldTexts {
  label: string
  description?: ReactNode
  /** What is wrong and how to mend it; the field is marked as wrong while this is set. */
  error?: string
  /** Says "optional" beside the label. */
  optional?: boolean
}

export function FieldLabel({ label, optional }: FieldTexts) {
  const { t } = useTranslation()
  return (
    <Label className={styles.label}>
      {label} {optional && <span className={styles.optional}>({t('common.optional')})</span>}
    </Label>
  )
}

export function FieldNotes({ description, error }: FieldTexts) {
  return (
    <>
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </>
  )
}
