import { Eraser, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallKeeping } from '#shared/protocol/api.ts'
import { todayAsDay } from '#shared/wall/dates.ts'
import { eraseContacts, eraseWall, keepUntil, readKeeping } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { AnonymisePart } from './AnonymisePart.tsx'
import styles from './KeepingDialog.module.css'

type Outcome = { readonly is: 'failed' | 'saved' | 'badDay' } | { readonly is: 'contactsErased'; readonly count: number }
/** The end of that day where the reader is. */
const endOf = (day: string): number => new Date(`${day}T23:59:59`).getTime()

/** Until when the wall is kept, for everybody; a facilitator changes it, and erases the contacts or all of it before. */
export function KeepingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const mayChange = session.role === 'facilitator'
  const [keeping, setKeeping] = useState<WallKeeping>()
  const [day, setDay] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [asking, setAsking] = useState<'contacts' | 'wall'>()
  const [isWorking, setWorking] = useState(false)

  useEffect(() => {
    let isWanted = true
    void askAs(session, readKeeping).then((answer) => {
      if (!isWanted) return
      if (answer.ok) setKeeping(answer.value)
      else setOutcome({ is: 'failed' })
    })
    return () => {
      isWanted = false
    }
  }, [session])

  const until = keeping?.until ?? undefined
  const chosen = day ?? (until === undefined ? '' : todayAsDay(new Date(until)))
  const save = async (): Promise<void> => {
    const wanted = endOf(chosen)
    if (!keeping || !(wanted > Date.now() + 86_400_000 && wanted <= keeping.latest)) return setOutcome({ is: 'badDay' })
    setWorking(true)
    const answer = await askAs(session, (wall, token) => keepUntil(wall, token, wanted))
    setWorking(false)
    if (answer.ok) setKeeping(answer.value)
    setOutcome({ is: answer.ok ? 'saved' : 'failed' })
  }
  const erase = async (): Promise<void> => {
    setWorking(true)
    if (asking === 'contacts') {
      const answer = await askAs(session, eraseContacts)
      setOutcome(answer.ok ? { is: 'contactsErased', count: answer.value.contacts } : { is: 'failed' })
      if (answer.ok && keeping) setKeeping({ ...keeping, contacts: 0 })
    } else {
      // When it is gone the page says so by itself: its line is ended.
      const answer = await askAs(session, eraseWall)
      if (!answer.ok) setOutcome({ is: 'failed' })
    }
    setWorking(false)
    setAsking(undefined)
  }
  return (
    <>
      <Dialog title={t('keeping.title')} isOpen onClose={onClose} actions={<Button onPress={onClose}>{t('common.close')}</Button>}>
        {!keeping && !outcome && <p role="status">{t('app.loading')}</p>}
        {keeping && (
          <p>
            {until === undefined ? t('keeping.notSet') : t('keeping.until', { when: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(until) })}
          </p>
        )}
        {outcome?.is === 'failed' && (
          <Notice look="error" isAlert>
            {t('keeping.failed')}
          </Notice>
        )}
        {outcome?.is === 'saved' && (
          <Notice look="good" isAlert>
            {t('keeping.saved')}
          </Notice>
        )}
        {outcome?.is === 'contactsErased' && (
          <Notice look="good" isAlert>
            {t('keeping.contactsErased', { count: outcome.count })}
          </Notice>
        )}
        {keeping && mayChange && (
          <>
            <div className={styles.day}>
              <TextField
                label={t('keeping.day')}
                description={t('keeping.latest', { when: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(keeping.latest) })}
                error={outcome?.is === 'badDay' ? t('keeping.badDay') : undefined}
                type="date"
                value={chosen}
                onChange={setDay}
              />
              <Button look="primary" isPending={isWorking && !asking} isDisabled={!chosen} onPress={() => void save()}>
                {t('keeping.save')}
              </Button>
            </div>
            <div className={styles.erase}>
              <p>{t('keeping.contacts', { count: keeping.contacts })}</p>
              <Button icon={<Eraser aria-hidden="true" />} isDisabled={keeping.contacts === 0} onPress={() => setAsking('contacts')}>
                {t('keeping.eraseContacts')}
              </Button>
              <AnonymisePart onErased={() => setKeeping({ ...keeping, contacts: 0 })} />
              <p>{t('keeping.eraseWallWhy')}</p>
              <Button look="danger" icon={<Trash2 aria-hidden="true" />} onPress={() => setAsking('wall')}>
                {t('keeping.eraseWall')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
      <ConfirmDialog
        title={t(asking === 'wall' ? 'keeping.eraseWall' : 'keeping.eraseContacts')}
        action={t(asking === 'wall' ? 'keeping.eraseWall' : 'keeping.eraseContacts')}
        danger
        isOpen={asking !== undefined}
        isPending={isWorking}
        onConfirm={() => void erase()}
        onCancel={() => setAsking(undefined)}
      >
        <p>{t(asking === 'wall' ? 'keeping.eraseWallSure' : 'keeping.eraseContactsSure')}</p>
      </ConfirmDialog>
    </>
  )
}
