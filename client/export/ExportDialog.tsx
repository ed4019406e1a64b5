import { Download, FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import type { Wall } from '#shared/wall/schema.ts'
import { LANGUAGE_NAMES } from '../i18n/setUpI18n.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { pdfFileName } from './pdfFileName.ts'
import { pairReasons } from './pairReasons.ts'
import { recordWords } from './recordWords.ts'
import { PdfFailed, writePdf } from './writePdf.ts'
import styles from './ExportDialog.module.css'

interface ExportDialogProps {
  wall: Wall
  onClose: () => void
}

type Export =
  | { is: 'asking' }
  | { is: 'working'; done: number }
  | { is: 'ready'; url: string; file: string; bytes: number }
  | { is: 'failed'; why: PdfFailed['why'] }

/** Takes the wall home as a PDF, made on this device from what is on the screen; closing the dialog ends the work. */
export function ExportDialog({ wall, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [state, setState] = useState<Export>({ is: 'asking' })
  const work = useRef<AbortController>(undefined)
  const ready = useRef<string>(undefined)

  const forget = (): void => {
    work.current?.abort()
    if (ready.current !== undefined) URL.revokeObjectURL(ready.current)
    ready.current = undefined
  }
  useEffect(() => forget, [])

  async function make(): Promise<void> {
    forget()
    const { signal } = (work.current = new AbortController())
    setState({ is: 'working', done: 0 })
    try {
      await loadCountryNames(language)
      // Without a network they may be missing; a record without reasons is still one.
      const reasonFor = wall.pairs.size > 0 ? await pairReasons(t, language, wall).catch(() => undefined) : undefined
      const now = new Date()
      const record = buildRecord(wall, {
        words: recordWords(t, language),
        createdAt: now.getTime(),
        // The address without its fragment: the key is in there, and paper is handed on.
        link: location.origin + location.pathname,
        reasonFor,
      })
      const pdf = await writePdf(record, (done) => setState({ is: 'working', done }), signal)
      const url = (ready.current = URL.createObjectURL(pdf))
      const file = pdfFileName(record.title, now)
      setState({ is: 'ready', url, file, bytes: pdf.size })
      save(url, file)
    } catch (error) {
      if (signal.aborted) return
      setState({ is: 'failed', why: error instanceof PdfFailed ? error.why : 'broken' })
    }
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
              <Button look="primary" icon={<Download aria-hidden="true" />} onPress={() => save(state.url, state.file)}>
                {t('export.saveAgain')}
              </Button>
            ) : (
              <Button look="primary" icon={<FileText aria-hidden="true" />} onPress={() => void make()}>
                {t(state.is === 'failed' ? 'common.tryAgain' : 'export.make')}
              </Button>
            )}
          </>
        )
      }
    >
      <p>{t('export.intro')}</p>
      <ul className={styles.facts}>
        <li>{t('export.inLanguage', { language: LANGUAGE_NAMES[language] })}</li>
        <li>{t('export.wholeWall')}</li>
        <li>{t('export.offline')}</li>
      </ul>
      {wall.notes.size === 0 && <Notice>{t('export.empty')}</Notice>}
      {state.is === 'working' && (
        <ProgressBar value={state.done * 100} aria-label={t('export.working')} className={styles.progress ?? ''}>
          {({ percentage }) => (
            <>
              <span>{t('export.working')}</span>
              <span className={styles.track}>
                <span className={styles.bar} style={{ inlineSize: `${percentage ?? 0}%` }} />
              </span>
            </>
          )}
        </ProgressBar>
      )}
      {state.is === 'ready' && (
        <Notice look="good" isAlert>
          {t('export.ready', { file: `\u2068${state.file}\u2069`, size: sizeInWords(state.bytes, language) })}
        </Notice>
      )}
      {state.is === 'failed' && (
        <Notice look="error" isAlert>
          {t(state.why === 'unreachable' ? 'export.failedOffline' : 'export.failed')}
        </Notice>
      )}
    </Dialog>
  )
}

/** Asks the browser to keep the file; where it does not do so by itself, the button does the same again. */
function save(url: string, file: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
}

function sizeInWords(bytes: number, language: string): string {
  const isLarge = bytes >= 1e6
  return new Intl.NumberFormat(language, { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 }).format(
    bytes / (isLarge ? 1e6 : 1e3),
  )
}
