import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldTexts } from './FieldWords.tsx'
import fieldStyles from './Field.module.css'
import styles from './Options.module.css'
import selectStyles from './Select.module.css'

interface Option<Id extends string> {
  id: Id
  label: string
  /** BCP 47 tag, where the words are not in the language of the page. */
  lang?: string
}
interface SelectProps<Id extends string> extends FieldTexts {
  options: readonly Option<Id>[]
  /** `null` while nothing is chosen. */
  value: Id | null
  onChange: (id: Id) => void
  placeholder?: string
  isDisabled?: boolean
}

/** One of a few known choices. For many, or to find by typing, there is ComboBox. */
export function Select<Id extends string>({ options, value, onChange, placeholder, isDisabled, ...texts }: SelectProps<Id>) {
  const choose = (key: unknown): void => {
    const chosen = options.find(({ id }) => id === key)
    if (chosen) onChange(chosen.id)
  }
  return (
    <AriaSelect
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={Boolean(texts.error)}
      validationBehavior="aria"
      placeholder={placeholder ?? ''}
      className={classes(fieldStyles.field)}
    >
      <FieldLabel {...texts} />
      <Button className={classes(fieldStyles.box, selectStyles.button)}>
        <SelectValue className={classes(selectStyles.value)} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <FieldNotes {...texts} />
      <Popover className={classes(styles.popover)}>
        <ListBox items={options} className={classes(styles.list)}>
          {({ id, label, lang }) => (
            <ListBoxItem id={id} textValue={label} className={classes(styles.option)}>
              <span className={styles.words} lang={lang}>
                {label}
              </span>
              <Check aria-hidden="true" className={styles.check} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
