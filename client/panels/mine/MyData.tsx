import { Braces, Eraser, FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordFileName } from '../../export/recordFileName.ts'
import { directionOf } from '../../i18n/directionOf.ts'
import { readOwnContact } from '../../session/api.ts'
import { askAs } from '../../session/askAs.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { EraseMeDialog } from './EraseMeDialog.tsx'
import { gatherMyData } from './gatherMyData.ts'
import { myDataPage } from './myDataPage.ts'
import styles from './MyData.module.css'

/** What this wall knows about somebody: theirs to take, and to have erased. */
export function MyData() {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const { me, doc, wallId } = session
  const [isErasing, setErasing] = useState(false)
  const [taking, setTaking] = useState<'not' | 'pending' | 'failed'>('not')
  if (!me) return null

  const take = async (form: 'html' | 'json'): Promise<void> => {
    setTaking('pending')
    const answer = await askAs(session, readOwnContact)
    if (!answer.ok) return setTaking('failed')
    const now = Date.now()
    const data = gatherMyData(doc, me.id, { ...answer.value, takenAt: now, wall: `${location.origin}/w/${wallId}` })
    const [type, text] = form === 'json' ? ['application/json', JSON.stringify(data, null, 2)] : ['text/html;charset=utf-8', myDataPage(data, t, language, directionOf(language))]
    const url = URL.createObjectURL(new Blob([text], { type }))
    saveFile(url, recordFileName(data.title, new Date(now), `my-data.${form}`))
    // The browser has begun to read it by then; what is not let go of stays in memory.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
    setTaking('not')
  }
  return (
    <section aria-labelledby="my-data" className={styles.part}>
      <h3 id="my-data">{t('erasing.myData')}</h3>
      <p>{t('erasing.myDataWhat')}</p>
      {taking === 'failed' && (
        <Notice look="error" isAlert>
          {t('erasing.notTaken')}
        </Notice>
      )}
      <div className={styles.tools}>
        <Button icon={<FileText aria-hidden="true" />} isDisabled={taking === 'pending'} onPress={() => void take('html')}>
          {t('erasing.takeToRead')}
        </Button>
        <Button icon={<Braces aria-hidden="true" />} isDisabled={taking === 'pending'} onPress={() => void take('json')}>
          {t('erasing.takeAsJson')}
        </Button>
        <Button icon={<Eraser aria-hidden="true" />} onPress={() => setErasing(true)}>
          {t('erasing.me')}
        </Button>
      </div>
      {isErasing && <EraseMeDialog me={me.id} onClose={() => setErasing(false)} />}
    </section>
  )
}
