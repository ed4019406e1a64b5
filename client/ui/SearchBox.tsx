import { Search, X } from 'lucide-react'
import { type Ref } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './SearchBox.module.css'

interface SearchBoxProps {
  /** What is searched, in words; it stands in the empty box too. */
  label: string
  /** What the cross does, in words. */
  clearLabel: string
  value: string
  onChange: (text: string) => void
  /** Enter was pressed; with shift, it leads back. */
  onGo?: (isBack: boolean) => void
  inputRef?: Ref<HTMLInputElement>
}

/** A box for words to look for, in any script. */
export function SearchBox({ label, clearLabel, value, onChange, onGo, inputRef }: SearchBoxProps) {
  return (
    <SearchField aria-label={label} value={value} onChange={onChange} className={classes(styles.search)}>
      <Search aria-hidden="true" />
      <Input
        ref={inputRef}
        // Empty, it is read as the page is: the words that stand in it until then are the page's.
        dir={value ? 'auto' : undefined}
        placeholder={label}
        className={classes(styles.input)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !onGo) return
          event.preventDefault()
          onGo(event.shiftKey)
        }}
      />
      {value && (
        <Button aria-label={clearLabel} className={classes(styles.clear)}>
          <X aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  )
}
