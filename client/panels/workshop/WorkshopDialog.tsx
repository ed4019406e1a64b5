import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '#shared/wall/edit.ts'
import { LIMITS } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { DaysFields } from './DaysFields.tsx'
import { NO_DAYS, readDays, type DaysProblem } from './readDays.ts'
import styles from './WorkshopDialog.module.css'

/** What the workshop is called, where it is held and when; a facilitator changes what was said when the wall was made. */
export function WorkshopDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const form = useId()
  const titleInput = useRef<HTMLInputElement>(null)
  /** As it was when the window was opened: only what is changed in it is written. */
  const [before] = useState(() => session.store.getState().wall.settings)
  const [title, setTitle] = useState(before.title)
  const [place, setPlace] = useState(before.place ?? '')
  const [days, setDays] = useState(before.days ?? NO_DAYS)
  const [problem, setProblem] = useState<'titleMissing' | 'refused' | DaysProblem>()

  const save = (event: FormEvent): void => {
    event.preventDefault()
    const read = readDays(days)
    if (!title.trim()) {
      setProblem('titleMissing')
      titleInput.current?.focus()
      return
    }
    if (typeof read === 'string') return setProblem(read)
    const edits: Edit[] = []
    if (title.trim() !== before.title) edits.push({ type: 'nameWall', title: title.trim() })
    if (place.trim() !== (before.place ?? '')) edits.push({ type: 'sayWhere', place: place.trim() })
    if (read?.first !== before.days?.first || read?.last !== before.days?.last) edits.push({ type: 'sayWhen', days: read })
    if (edits.length === 0 || session.commit(edits)) onClose()
    else setProblem('refused')
  }
  return (
    <Dialog
      title={t('workshop.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form={form}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={save} noValidate>
        <TextField
          label={t('home.titleLabel')}
          error={problem === 'titleMissing' ? t('home.titleMissing') : undefined}
          value={title}
          onChange={setTitle}
          maxLength={LIMITS.title}
          isRequired
          inputRef={titleInput}
        />
        <TextField label={t('home.place')} description={t('home.placeHelp')} optional value={place} onChange={setPlace} maxLength={LIMITS.title} />
        <DaysFields days={days} problem={problem === 'titleMissing' || problem === 'refused' ? undefined : problem} onChange={setDays} />
        <p className={styles.help}>{t('workshop.help')}</p>
        {problem === 'refused' && (
          <Notice look="error" isAlert>
            {t('workshop.refused')}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
