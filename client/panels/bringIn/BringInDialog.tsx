import { FileUp, PackagePlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CHOICES, notesLeftOpen, type Choice } from '#shared/importing/notesLeftOpen.ts'
import { parseRows, type IncomingRow, type RowDefaults } from '#shared/importing/parseRows.ts'
import { LIMITS, type Note } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { showOnWall } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './BringInDialog.module.css'
import { ColumnChoice } from './ColumnChoice.tsx'
import { hangNotes } from './hangNotes.ts'
import { languageNamed } from './languageNamed.ts'
import { readList, readSource, type ReadSource, type Source, type SourceProblem } from './readSource.ts'
import { RowsPreview } from './RowsPreview.tsx'

const NO_DEFAULTS: RowDefaults = { kind: '', country: '', name: '' }

/** A facilitator brings in notes from a table, a list or an earlier wall: all are looked at first, and hung as one step. */
export function BringInDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [pasted, setPasted] = useState('')
  const [source, setSource] = useState<Source>()
  const [problem, setProblem] = useState<SourceProblem | 'refused'>()
  const [defaults, setDefaults] = useState(NO_DEFAULTS)
  const [choice, setChoice] = useState<Choice>('open')
  /** Rows that the reader does not want. */
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  /** Notes that arrive meanwhile change nothing in what is being looked at. */
  const [known, setKnown] = useState<readonly Note[]>([])
  const rows = useMemo(() => (source ? rowsOf(source, defaults, choice, known) : []), [source, defaults, choice, known])
  const wanted = rows.flatMap(({ row, note }) => (note && !left.has(row) ? [note] : []))

  const take = (read: ReadSource): void => {
    setProblem(read.ok ? undefined : read.problem)
    setSource(read.ok ? read.source : undefined)
    setKnown([...session.store.getState().wall.notes.values()])
    setLeft(new Set())
  }
  const hang = (): void => {
    const ids = source && hangNotes(session, wanted, source.from || t('again.list'))
    if (!ids) return setProblem('refused')
    showOnWall(ids)
    onClose()
  }
  return (
    <Dialog
      wide
      title={t('again.bringIn')}
      isOpen
      onClose={onClose}
      actions={
        source ? (
          <>
            <Button onPress={() => setSource(undefined)}>{t('common.back')}</Button>
            <Button look="primary" icon={<PackagePlus aria-hidden="true" />} isDisabled={wanted.length === 0} onPress={hang}>
              {t('again.hang', { count: wanted.length })}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button look="primary" isDisabled={!pasted.trim()} onPress={() => take(readList(pasted, ''))}>
              {t('again.lookAt')}
            </Button>
          </>
        )
      }
    >
      {problem && (
        <Notice look="error" isAlert>
          {t(`again.sourceProblem.${problem}`)}
        </Notice>
      )}
      {source ? (
        <>
          {source.is === 'table' ? (
            <ColumnChoice source={source} defaults={defaults} onSource={setSource} onDefaults={setDefaults} />
          ) : (
            <Select
              label={t('again.whichNotes')}
              description={t('again.fromWall', { title: `\u2068${source.from}\u2069` })}
              options={CHOICES.map((id) => ({ id, label: t(`again.choice.${id}`) }))}
              value={choice}
              onChange={setChoice}
            />
          )}
          <RowsPreview rows={rows} left={left} onLeft={setLeft} />
        </>
      ) : (
        <>
          <p className={styles.quiet}>{t('again.bringInWhy')}</p>
          <FileTrigger
            acceptedFileTypes={['.xlsx', '.csv', '.tsv', '.txt', '.json', 'text/csv', 'text/plain', 'application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']}
            onSelect={(files) => files?.[0] && void readSource(files[0]).then(take)}
          >
            <Button icon={<FileUp aria-hidden="true" />}>{t('again.chooseFile')}</Button>
          </FileTrigger>
          <TextField label={t('again.paste')} description={t('again.pasteHelp')} rows={8} value={pasted} maxLength={LIMITS.noteText * 500} onChange={setPasted} />
        </>
      )}
    </Dialog>
  )
}

function rowsOf(source: Source, defaults: RowDefaults, choice: Choice, known: Parameters<typeof notesLeftOpen>[2]): readonly IncomingRow[] {
  if (source.is === 'wall') return notesLeftOpen(source.wall, choice, known)
  const { rows, columns, hasHeadings } = source
  return parseRows(rows, { columns, hasHeadings, defaults, languageNamed, known })
}
