import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type Ref, useContext, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { Button, ComboBox as AriaComboBox, ComboBoxStateContext, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
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
  /** Found already, best first: the box itself does not search. Enter and Tab take the first when none is marked. */
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
  /** It takes the focus from a field that it stands in the place of, with what was marked there. */
  cursorBefore?: readonly [start: number, end: number] | undefined
}

/** A field with a list under it that follows what is typed. */
export function ComboBox({ options, input, onInput, value, onChoose, empty, placeholder, inputRef, cursorBefore, ...texts }: ComboBoxProps) {
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
      <Row first={value === null && input.trim().length > 1 ? options[0]?.id : undefined} onChoose={onChoose} placeholder={placeholder} inputRef={inputRef} cursorBefore={cursorBefore} />
      <FieldNotes {...texts} />
      <Popover className={classes(styles.popover, comboStyles.popover)}>
        <ListBox className={classes(styles.list)} renderEmptyState={() => <div className={styles.empty}>{empty}</div>}>
          {({ id, label, note }: ComboBoxOption) => (
            <ListBoxItem id={id} textValue={label} className={classes(styles.option)}>
              <span className={styles.words}>
                {label}
                {note && (
                  <span className={styles.note}>
                    <bdi>{note}</bdi>
                  </span>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

interface RowProps {
  /** What is taken by Enter and Tab while no option is marked. */
  first: string | undefined
  onChoose: (id: string) => void
  placeholder: string | undefined
  inputRef: Ref<HTMLInputElement> | undefined
  cursorBefore: ComboBoxProps['cursorBefore']
}

function Row({ first, onChoose, placeholder, inputRef, cursorBefore }: RowProps) {
  const { t } = useTranslation()
  const state = useContext(ComboBoxStateContext)
  const row = useRef<HTMLDivElement>(null)
  const takeCursor = useEffectEvent(() => {
    const input = row.current?.querySelector('input')
    if (!cursorBefore || !input) return
    input.focus({ preventScroll: true })
    input.setSelectionRange(...cursorBefore)
  })
  // Before anything else can be typed.
  useLayoutEffect(() => takeCursor(), [])
  const takeFirst = (event: KeyboardEvent): void => {
    if (first === undefined || !state?.isOpen || state.selectionManager.focusedKey !== null) return
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Tab')) return
    onChoose(first)
    if (event.key === 'Enter') event.preventDefault() // or it would send the form
  }
  return (
    <div ref={row} className={comboStyles.row} onKeyDownCapture={takeFirst}>
      <Input ref={inputRef} dir="auto" placeholder={placeholder} className={classes(fieldStyles.box, comboStyles.input)} />
      <Button aria-label={t('common.showList')} className={classes(comboStyles.button)}>
        <ChevronDown aria-hidden="true" />
      </Button>
    </div>
  )
}
