import { Braces, CalendarDays, Contact, Download, EyeOff, FileSpreadsheet, FileText, FileType, Landmark, NotebookPen, Presentation, QrCode, Sheet, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { countWithheld } from '#shared/record/publishableWall.ts'
import type { RecordContact } from '#shared/protocol/api.ts'
import { readSettings } from '#shared/wall/readWall.ts'
import { WHOLE_RECORD, type RecordChoice } from '#shared/record/recordChoice.ts'
import { LANGUAGE_NAMES } from '../i18n/languageNames.ts'
import { wordsOf } from '../i18n/setUpI18n.ts'
import { readContacts } from '../session/api.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { saveFile } from '../ui/saveFile.ts'
import { ExportFailed } from './ExportFailed.ts'
import { ExportOption } from './ExportOption.tsx'
import { canHoldContacts, endingOf, FORMATS, isDrawn, type Format } from './formats.ts'
import { makeFile } from './makeFile.ts'
import { openPdfWriter, type PdfWriter } from './openPdfWriter.ts'
import { RecordChoiceFields } from './RecordChoiceFields.tsx'
import { joinLinkOf } from './joinLinkOf.ts'
import { recordFileName } from './recordFileName.ts'
import styles from './ExportDialog.module.css'

type Export =
  | { is: 'asking' }
  | { is: 'working'; done: number }
  | { is: 'ready'; url: string; file: string; bytes: number; contacts: number | undefined }
  | { is: 'failed'; why: ExportFailed['why'] }

const ICONS: Readonly<Record<Format, LucideIcon>> = { pdf: FileText, poster: Presentation, forms: NotebookPen, xlsx: FileSpreadsheet, docx: FileType, csv: Sheet, json: Braces, chm: Landmark, ics: CalendarDays, vcf: Contact }

/** Takes the wall home as a file, made on this device from what is on the screen; closing the dialog ends the work. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { doc, role, wallId, key } = useSession()
  const joinLink = joinLinkOf({ wallId, role, key }, location.origin)
  const [wantsJoin, setWantsJoin] = useState<boolean>()
  const noteCount = useSessionState(({ wall }) => wall.notes.size)
  const withheldCount = useSessionState(({ wall }) => countWithheld(wall))
  const [format, setFormat] = useState<Format>('pdf')
  const [wantsFull, setWantsFull] = useState(false)
  const mayHaveFull = role === 'facilitator' && format === 'json' && withheldCount > 0
  const isFull = mayHaveFull && wantsFull
  const formats = FORMATS.filter((known) => known !== 'vcf' || role === 'facilitator')
  const [wantsContacts, setWantsContacts] = useState(false)
  const withContacts = role === 'facilitator' && canHoldContacts(format) && (wantsContacts || format === 'vcf')
  const mayJoin = isDrawn(format) && joinLink !== undefined
  // Forms hang in the room; a record is handed on, and with it the right to write.
  const doesJoin = mayJoin && (wantsJoin ?? format === 'forms')
  const [choice, setChoice] = useState<RecordChoice>(WHOLE_RECORD)
  const readersLanguage = useLanguage()
  const [chosenLanguage, setLanguage] = useState(readersLanguage)
  // Only the record asks; all other files speak as the page does.
  const language = format === 'pdf' ? chosenLanguage : readersLanguage
  const [state, setState] = useState<Export>({ is: 'asking' })
  const work = useRef<AbortController>(undefined)
  const ready = useRef<string>(undefined)
  const pdfWriter = useRef<PdfWriter>(undefined)

  const forget = (): void => {
    work.current?.abort()
    if (ready.current !== undefined) URL.revokeObjectURL(ready.current)
    ready.current = undefined
  }
  useEffect(() => {
    const writer = (pdfWriter.current = openPdfWriter())
    return () => {
      forget()
      writer.close()
    }
  }, [])

  async function allowedContacts(): Promise<readonly RecordContact[]> {
    const answer = await readContacts(wallId, key)
    if (!answer.ok) throw new ExportFailed('contacts', answer.message)
    return answer.value.contacts
  }

  async function make(): Promise<void> {
    const writer = pdfWriter.current
    if (!writer) return
    forget()
    const { signal } = (work.current = new AbortController())
    setState({ is: 'working', done: 0 })
    try {
      const now = new Date()
      const onProgress = (done: number): void => setState({ is: 'working', done })
      const words = await wordsOf(language).catch(() => {
        throw new ExportFailed('unreachable', `The words of ${language} are not here`)
      })
      const contacts = withContacts ? await allowedContacts() : undefined
      const blob = await makeFile(format, doc, { pdfWriter: writer, contacts, joinLink: doesJoin ? joinLink : undefined, t: words, language, choice, createdAt: now.getTime(), onProgress, signal, isFull })
      const url = (ready.current = URL.createObjectURL(blob))
      const file = recordFileName(readSettings(doc).title, now, endingOf(format))
      setState({ is: 'ready', url, file, bytes: blob.size, contacts: contacts?.length })
      saveFile(url, file)
    } catch (error) {
      if (signal.aborted) return
      setState({ is: 'failed', why: error instanceof ExportFailed ? error.why : 'broken' })
    }
  }

  const choose = (chosen: string): void => {
    const known = FORMATS.find((one) => one === chosen)
    if (!known) return
    forget()
    setFormat(known)
    setState({ is: 'asking' })
  }
  const chooseFull = (wanted: boolean): void => chooseAnew(() => setWantsFull(wanted))
  const chooseAnew = (change: () => void): void => {
    forget()
    change()
    setState({ is: 'asking' })
  }
  const cancel = (): void => {
    forget()
    setState({ is: 'asking' })
  }

  return (
    <Dialog
      title={t('export.title')}
      isOpen
      onClose={onClose}
      actions={
        state.is === 'working' ? (
          <Button onPress={cancel}>{t('common.cancel')}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('common.close')}</Button>
            {state.is === 'ready' ? (
              <Button look="primary" icon={<Download aria-hidden="true" />} onPress={() => saveFile(state.url, state.file)}>
                {t('export.saveAgain')}
              </Button>
            ) : (
              <Button look="primary" icon={<Download aria-hidden="true" />} isDisabled={format === 'pdf' && choice.parts.size === 0} onPress={() => void make()}>
                {t(state.is === 'failed' ? 'common.tryAgain' : 'export.make')}
              </Button>
            )}
          </>
        )
      }
    >
      <RadioGroup aria-label={t('export.format')} value={format} onChange={choose} isDisabled={state.is === 'working'} className={classes(styles.formats)}>
        {formats.map((known) => {
          const Icon = ICONS[known]
          return (
            <Radio key={known} value={known} className={classes(styles.format)}>
              <Icon aria-hidden="true" />
              <span className={styles.formatName}>{t(`export.formats.${known}`)}</span>
              <span className={styles.formatHelp}>{t(`export.formatHelp.${known}`)}</span>
            </Radio>
          )
        })}
      </RadioGroup>
      {mayHaveFull && (
        <ExportOption icon={EyeOff} name={t('withheld.full')} help={t('withheld.fullHelp')} isSelected={wantsFull} isDisabled={state.is === 'working'} onChange={chooseFull} />
      )}
      {role === 'facilitator' && canHoldContacts(format) && format !== 'vcf' && (
        <ExportOption icon={Contact} name={t('consent.with')} help={t('consent.withHelp')} isSelected={wantsContacts} isDisabled={state.is === 'working'} onChange={(wanted) => chooseAnew(() => setWantsContacts(wanted))} />
      )}
      {mayJoin && (
        <ExportOption icon={QrCode} name={t('export.join')} help={t(doesJoin ? 'export.joinYes' : 'export.joinNo')} isSelected={doesJoin} isDisabled={state.is === 'working'} onChange={(wanted) => chooseAnew(() => setWantsJoin(wanted))} />
      )}
      {withheldCount > 0 && !isFull && <Notice>{t('withheld.leftOut', { count: withheldCount })}</Notice>}
      {format === 'pdf' && state.is !== 'working' && (
        <RecordChoiceFields
          choice={choice}
          onChoice={(next) => chooseAnew(() => setChoice(next))}
          language={language}
          onLanguage={(next) => chooseAnew(() => setLanguage(next))}
        />
      )}
      {noteCount === 0 && format !== 'vcf' && <Notice>{t('export.empty')}</Notice>}
      {state.is === 'working' && (
        <div role="progressbar" aria-label={t('export.working')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(state.done * 100)} className={styles.progress}>
          <span>{t('export.working')}</span>
          <span className={styles.track}>
            <span className={styles.bar} style={{ inlineSize: `${state.done * 100}%` }} />
          </span>
        </div>
      )}
      {state.is === 'ready' && (
        <Notice look={state.contacts === 0 ? 'warn' : 'good'} isAlert>
          {state.contacts !== undefined && `${t('consent.inFile', { count: state.contacts })} `}
          {t('export.ready', { file: `\u2068${state.file}\u2069`, size: sizeInWords(state.bytes, readersLanguage) })}
        </Notice>
      )}
      {state.is === 'failed' && (
        <Notice look="error" isAlert>
          {t(FAILURES[state.why])}
        </Notice>
      )}
      <ul className={styles.facts}>
        <li>{t('export.inLanguage', { language: LANGUAGE_NAMES[language] })}</li>
        <li>{t('export.wholeWall')}</li>
        <li>{t(withContacts ? 'consent.asked' : 'export.offline')}</li>
      </ul>
    </Dialog>
  )
}

const FAILURES = { unreachable: 'export.failedOffline', broken: 'export.failed', contacts: 'consent.exportFailed' } as const satisfies Record<ExportFailed['why'], string>

function sizeInWords(bytes: number, language: string): string {
  const isLarge = bytes >= 1e6
  return new Intl.NumberFormat(language, { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 }).format(
    Math.max(1, bytes / (isLarge ? 1e6 : 1e3)), // "0 kB" would be an empty file
  )
}
