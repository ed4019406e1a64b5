import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addNoteLater } from '../canvas/addNoteLater.ts'
import { KindMark } from './KindMark.tsx'
import { noteLang } from './noteLang.ts'
import { useSession } from '../session/SessionContext.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './LostNote.module.css'
import type { Lost } from './useEdited.ts'

/** A note that somebody deleted while this person was writing in it: the text, and a way to bring it back. */
export function LostNote({ note, text, onClose }: Lost & { onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [kept, setKept] = useState(text)
  const [isPosting, setPosting] = useState(false)
  const postAgain = async (): Promise<void> => {
    const isOwn = note.author === session.me?.id && note.writtenBy === undefined
    const forOther = isOwn ? undefined : { name: note.name, country: note.country }
    setPosting(true)
    if (await addNoteLater(session, { kind: note.kind, text: kept, lang: note.lang, forOther, isWithheld: note.withheld === true })) onClose()
    else setPosting(false)
  }
  return (
    <section role="alert" className={styles.lost}>
      <KindMark kind={note.kind} />
      <p>{t('list.lost')}</p>
      <textarea dir="auto" lang={noteLang(note)} rows={3} value={kept} aria-label={t('note.textOf')} className={styles.text} onChange={(event) => setKept(event.target.value)} />
      <div className={styles.actions}>
        <Button look="primary" isPending={isPosting} onPress={() => void postAgain()}>
          {t('list.postAgain')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('list.discard')}
        </Button>
      </div>
    </section>
  )
}
