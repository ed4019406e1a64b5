import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Person } from '#shared/wall/schema.ts'
import { follow } from '../../state/viewStore.ts'
import { classes } from '../../ui/classes.ts'
import { Avatar } from './Avatar.tsx'
import { ErasePersonDialog } from './ErasePersonDialog.tsx'
import styles from './PeopleButton.module.css'
import { PeopleList } from './PeopleList.tsx'
import { RemovePersonDialog } from './RemovePersonDialog.tsx'
import { usePeopleHere } from './usePeopleHere.ts'

/** Faces in the head are a sign of life; more than these are a number. */
const FACES = 4

/** Who is here, as a few dots and a number; a press shows everybody. */
export function PeopleButton({ onLinks }: { onLinks: () => void }) {
  const { t } = useTranslation()
  const here = usePeopleHere()
  const [isOpen, setOpen] = useState(false)
  const [removed, setRemoved] = useState<Person>()
  const [erased, setErased] = useState<Person>()
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button aria-label={`${t('people.title')}: ${t('people.here', { count: here.length })}`} className={classes(styles.button)}>
          <span className={styles.faces}>
            {here.slice(0, FACES).map((person) => (
              <Avatar key={person.id} person={person} />
            ))}
          </span>
          <span aria-hidden="true" data-count={here.length} className={styles.count} />
        </Button>
        <Popover placement="bottom end" className={classes(styles.popover)}>
          <Dialog aria-label={t('people.title')} className={classes(styles.dialog)}>
            <PeopleList
              onFollow={({ id }) => {
                setOpen(false)
                follow({ person: id, isCalled: false })
              }}
              onRemove={(person) => {
                setOpen(false)
                setRemoved(person)
              }}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {removed && (
        <RemovePersonDialog
          key={removed.id}
          person={removed}
          onLinks={() => {
            setRemoved(undefined)
            onLinks()
          }}
          onErase={() => {
            setErased(removed)
            setRemoved(undefined)
          }}
          onClose={() => setRemoved(undefined)}
        />
      )}
      {erased && <ErasePersonDialog key={erased.id} person={erased} onClose={() => setErased(undefined)} />}
    </>
  )
}
