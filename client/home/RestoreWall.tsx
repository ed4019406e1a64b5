import { ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { WallRestored } from '#shared/protocol/api.ts'
import { WIRE } from '#shared/protocol/limits.ts'
import type { Refusal } from '../session/api.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { restoreAndRemember, whyNotMade } from './makeAndRemember.ts'
import styles from './HomePage.module.css'

const PROBLEMS = ['notAWall', 'laterVersion', 'tooLong', 'tooMuch'] as const
type Failure = { readonly is: 'file'; readonly problem: (typeof PROBLEMS)[number] } | { readonly is: 'refused'; readonly refusal: Refusal }

/** A new wall with all that the file of an earlier one holds. */
export function RestoreWall({ onMade }: { onMade: (made: WallRestored) => void }) {
  const { t } = useTranslation()
  const [isMaking, setMaking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  /** Asked for once the server has said that it wants one. */
  const [key, setKey] = useState<string>()

  async function restore(file: File): Promise<void> {
    setFailure(undefined)
    if (file.size > WIRE.wallFileBytes) return setFailure({ is: 'file', problem: 'tooMuch' })
    setMaking(true)
    const failed = await send(file)
    setMaking(false)
    setFailure(failed)
  }
  async function send(file: File): Promise<Failure | undefined> {
    let content: unknown
    try {
      content = JSON.parse(await file.text())
    } catch {
      return { is: 'file', problem: 'notAWall' } // not even JSON, or gone since it was chosen
    }
    const answer = await restoreAndRemember({ file: content, ...(key?.trim() && { key: key.trim() }) })
    if (answer.ok) {
      onMade(answer.value)
      return undefined
    }
    if (answer.refusal === 'maker_key') setKey((before) => before ?? '')
    if (answer.refusal === 'bad_file') return { is: 'file', problem: PROBLEMS.find((problem) => problem === answer.message) ?? 'notAWall' }
    return answer.refusal === 'too_large' ? { is: 'file', problem: 'tooMuch' } : { is: 'refused', refusal: answer.refusal }
  }

  return (
    <section className={styles.sample}>
      <p className={styles.sampleWords}>{t('again.restoreWhy')}</p>
      {key !== undefined && <TextField label={t('home.makerKey')} description={t('home.makerKeyHelp')} value={key} onChange={setKey} maxLength={200} autoComplete="off" spellCheck="false" />}
      <FileTrigger acceptedFileTypes={['application/json', '.json']} onSelect={(files) => files?.[0] && void restore(files[0])}>
        <Button icon={<ArchiveRestore aria-hidden="true" />} isPending={isMaking}>
          {t('again.restore')}
        </Button>
      </FileTrigger>
      {failure && (
        <Notice look="error" isAlert>
          {failure.is === 'file' ? t(`again.fileProblem.${failure.problem}`) : t(`home.failed.${whyNotMade(failure.refusal)}`)}
        </Notice>
      )}
    </section>
  )
}
