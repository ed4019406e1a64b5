import { ChevronDown } from 'lucide-react'
import { type Ref } from 'react'
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldTexts } from './FieldWords.tsx'
import fieldStyles from './Field.module.css'
import styles from './Options.module.css'
import comboStyles from './ComboBox.module.css'

export interface ComboBoxOption {
  id: string
  label: string
  /** A second line: why this was found, or what tells it from its neighbours. */
  note?: string
}
interface ComboBoxProps extends FieldTexts {
  /** Found already, in the order to be shown: the box itself does not search. */
  options: readonly ComboBoxOption[]
  /** What stands in the field. */
  input: string
  onInput: (text: string) => void
  /** `null` while nothing is chosen. */
  value: string | null
  onChoose: (id: string | null) => void
  /** Shown when nothing is found. */
  empty: string
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
}

/** A field with a list under it that follows what is typed. Escape and the arrows work as everywhere. */
export function ComboBox({ options, input, onInput, value, onChoose, empty, placeholder, inputRef, ...texts }: ComboBoxProps) {
  const { t } = useTranslation()
  return (
    <AriaComboBox
      items={options}
      inputValue={input}
      onInputChange={onInput}
      value={value}
      onChange={(key) => onChoose(key === null ? null : String(key))}
      isInvalid={Boolean(texts.error)}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      className={classes(fieldStyles.field)}
    >
      <FieldLabel {...texts} />
      <div className={comboStyles.row}>
        <Input ref={inputRef} dir="auto" placeholder={placeholder} className={classes(fieldStyles.box, comboStyles.input)} />
        <Button aria-label={t('common.showList')} className={classes(comboStyles.button)}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <FieldNotes {...texts} />
      <Popover className={classes(styles.popover, comboStyles.popover)}>
        <ListBox className={classes(styles.list)} renderEmptyState={() => <div className={styles.empty}>{empty}</div>}>
          {({ id, label, note }: ComboBoxOption) => (
            <ListBoxItem id={id} textValue={label} className={classes(styles.option)}>
              <span className={styles.words}>
                {label}
                {note && <bdi className={styles.note}>{note}</bdi>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
