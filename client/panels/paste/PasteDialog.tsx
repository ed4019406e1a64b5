import { ArrowLeftRight, Plus, X } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { otherSide } from '#shared/wall/pairState.ts'
import { LIMITS, type NoteKind } from '#shared/wall/schema.ts'
import { hangNotes, MOST_AT_ONCE } from '../../canvas/hangNotes.ts'
import { KindMark } from '../../notes/KindMark.tsx'
import { useSession } from '../../session/SessionContext.tsx'
import { pasteText, showOnWall, useView, type ViewState } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { linesToNotes, type PastedLine } from './linesToNotes.ts'
import styles from './PasteDialog.module.css'

/** What was chosen for a line, by its words. */
interface Choice {
  readonly kind?: NoteKind
  readonly isLeftOut?: boolean
}

/** Open while a text is to become notes. */
export function PasteDialog() {
  const pasting = useView((view) => view.pasting)
  return pasting ? <PasteForm {...pasting} /> : null
}

/** A text becomes notes, one a line: which of them, and of which kind, is seen and chosen before anything is on the wall. */
function PasteForm({ text: pasted, near }: NonNullable<ViewState['pasting']>) {
  const { t } = useTranslation()
  const session = useSession()
  const field = useId()
  const [text, setText] = useState(pasted)
  const [usual, setUsual] = useState<NoteKind>('need')
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [hasFailed, setFailed] = useState(false)
  const lines = useMemo(() => linesToNotes(text), [text])
  const kindOf = (line: PastedLine): NoteKind => choices.get(line.text)?.kind ?? line.kind ?? usual
  const isTaken = (line: PastedLine, index: number): boolean => !line.isTooLong && index < MOST_AT_ONCE && choices.get(line.text)?.isLeftOut !== true
  const taken = lines.filter(isTaken)
  const choose = (line: PastedLine, choice: Choice): void => setChoices(new Map([...choices, [line.text, { ...choices.get(line.text), ...choice }]]))
  const makeAll = (kind: NoteKind): void => {
    setUsual(kind)
    setChoices(new Map(lines.map((line) => [line.text, { ...choices.get(line.text), kind }])))
  }
  const close = (): void => pasteText(undefined)
  const add = (): void => {
    const notes = hangNotes(session, taken.map((line) => ({ kind: kindOf(line), text: line.text })), near)
    if (notes.length === 0) return setFailed(true)
    close()
    showOnWall(notes)
  }
  return (
    <Dialog
      title={t('paste.title')}
      isOpen
      wide
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={taken.length === 0} onPress={add}>
            {t('paste.add', { count: taken.length })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <div className={styles.field}>
          <label htmlFor={field} className={styles.label}>
            {t('paste.text')}
          </label>
          <textarea id={field} dir="auto" rows={4} autoFocus={pasted === ''} className={styles.area} value={text} onChange={(event) => setText(event.target.value)} aria-describedby={`${field}-help`} />
          <p id={`${field}-help`} className={styles.help}>
            {t('paste.help', { notes: MOST_AT_ONCE, letters: LIMITS.noteText })}
          </p>
        </div>
        {lines.length > 1 && (
          <div className={styles.all}>
            <Button onPress={() => makeAll('need')}>{t('paste.allNeeds')}</Button>
            <Button onPress={() => makeAll('offer')}>{t('paste.allOffers')}</Button>
          </div>
        )}
        <p role="status" className={styles.help}>
          {hasFailed && t('paste.failed')}
          {!hasFailed && lines.length > MOST_AT_ONCE && t('paste.tooMany', { notes: MOST_AT_ONCE, found: lines.length })}
        </p>
        {lines.length > 0 && (
          <ul aria-label={t('paste.preview')} className={styles.preview}>
            {lines.slice(0, MOST_AT_ONCE).map((line, index) => (
              <PreviewLine key={`${index} ${line.text}`} line={line} kind={kindOf(line)} isTaken={isTaken(line, index)} onChoose={(choice) => choose(line, choice)} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

interface PreviewLineProps {
  line: PastedLine
  kind: NoteKind
  isTaken: boolean
  onChoose: (choice: Choice) => void
}

function PreviewLine({ line, kind, isTaken, onChoose }: PreviewLineProps) {
  const { t } = useTranslation()
  const other = otherSide(kind)
  return (
    <li data-kind={kind} className={classes(styles.line, !isTaken && styles.out)}>
      <div className={styles.words}>
        <KindMark kind={kind} />
        <p dir="auto" className={styles.text}>
          {line.text}
        </p>
        {line.isTooLong && <p className={styles.why}>{t('paste.tooLong', { letters: line.text.length, most: LIMITS.noteText })}</p>}
        {!isTaken && !line.isTooLong && <p className={styles.why}>{t('paste.leftOut')}</p>}
      </div>
      <IconButton label={t(other === 'need' ? 'canvas.toNeed' : 'canvas.toOffer')} isDisabled={!isTaken} onPress={() => onChoose({ kind: other })}>
        <ArrowLeftRight aria-hidden="true" />
      </IconButton>
      <IconButton label={t(isTaken ? 'paste.leaveOut' : 'paste.take')} isDisabled={line.isTooLong} onPress={() => onChoose({ isLeftOut: isTaken })}>
        {isTaken ? <X aria-hidden="true" /> : <Plus aria-hidden="true" />}
      </IconButton>
    </li>
  )
}
