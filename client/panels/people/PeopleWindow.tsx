import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, Popover } from 'react-aria-components'
import type { Person } from '#shared/wall/schema.ts'
import { follow } from '../../state/viewStore.ts'
import { classes } from '../../ui/classes.ts'
import type { Opened } from '../../ui/Opener.tsx'
import { PeopleList } from './PeopleList.tsx'
import styles from './PeopleWindow.module.css'

/** Everybody, beside the button that shows how many they are. */
export function PeopleWindow({ trigger, onClose, onRemove }: Opened & { onRemove: (person: Person) => void }) {
  const { t } = useTranslation()
  const triggerRef = useMemo(() => ({ current: trigger }), [trigger])
  return (
    <Popover isOpen trigger="DialogTrigger" triggerRef={triggerRef} onOpenChange={(isOpen) => !isOpen && onClose()} placement="bottom end" className={classes(styles.popover)}>
      <Dialog aria-label={t('people.title')} className={classes(styles.dialog)}>
        <PeopleList
          onFollow={({ id }) => {
            onClose()
            follow({ person: id, isCalled: false })
          }}
          onRemove={(person) => {
            onClose()
            onRemove(person)
          }}
        />
      </Dialog>
    </Popover>
  )
}
