import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import type { Person } from '#shared/wall/schema.ts'
import { classes } from '../../ui/classes.ts'
import { later } from '../../ui/later.tsx'
import { NotLoadedDialog } from '../../ui/NotLoaded.tsx'
import { Opener } from '../../ui/Opener.tsx'
import { Avatar } from './Avatar.tsx'
import styles from './PeopleButton.module.css'
import { usePeopleHere } from './usePeopleHere.ts'

const PeopleWindow = later(async () => (await import('./PeopleWindow.tsx')).PeopleWindow, NotLoadedDialog)
const RemovePersonDialog = later(async () => (await import('./RemovePersonDialog.tsx')).RemovePersonDialog, NotLoadedDialog)
const ErasePersonDialog = later(async () => (await import('./ErasePersonDialog.tsx')).ErasePersonDialog, NotLoadedDialog)

/** Faces in the head are a sign of life; more than these are a number. */
const FACES = 4

/** Who is here, as a few dots and a number; a press shows everybody. */
export function PeopleButton({ onLinks }: { onLinks: () => void }) {
  const { t } = useTranslation()
  const here = usePeopleHere()
  const [removed, setRemoved] = useState<Person>()
  const [erased, setErased] = useState<Person>()
  return (
    <>
      <Opener
        opens="dialog"
        button={
          <Button aria-label={`${t('people.title')}: ${t('people.here', { count: here.length })}`} className={classes(styles.button)}>
            <span className={styles.faces}>
              {here.slice(0, FACES).map((person) => (
                <Avatar key={person.id} person={person} />
              ))}
            </span>
            <span aria-hidden="true" data-count={here.length} className={styles.count} />
          </Button>
        }
      >
        {(opened) => <PeopleWindow {...opened} onRemove={setRemoved} />}
      </Opener>
      <Suspense>
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
      </Suspense>
    </>
  )
}
