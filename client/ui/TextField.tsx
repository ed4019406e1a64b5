import { type Ref } from 'react'
import { Input, TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldTexts } from './FieldWords.tsx'
import styles from './Field.module.css'

interface TextFieldProps extends FieldTexts, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  /** Lines to begin with; more than one makes it a field for longer text. */
  rows?: number
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
  areaRef?: Ref<HTMLTextAreaElement>
}

/** Words typed by a person, in any script: the direction follows what is typed. */
export function TextField({ label, description, error, optional, rows = 1, placeholder, inputRef, areaRef, ...props }: TextFieldProps) {
  const direction = props.value === '' ? undefined : 'auto' // an empty field is the page's, for the sake of its placeholder
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} validationBehavior="aria" className={classes(styles.field)}>
      <FieldLabel label={label} optional={optional} />
      {rows > 1 ? (
        <TextArea ref={areaRef} rows={rows} dir={direction} placeholder={placeholder} className={classes(styles.box, styles.area)} />
      ) : (
        <Input ref={inputRef} dir={direction} placeholder={placeholder} className={classes(styles.box)} />
      )}
      <FieldNotes label={label} description={description} error={error} />
    </AriaTextField>
  )
}
