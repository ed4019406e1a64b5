import { EyeOff, Plus, UsersRound } from 'lucide-react'
import { Suspense, useEffect, useId, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '#shared/wall/schema.ts'
import { addNoteLater } from '../../canvas/addNoteLater.ts'
import { pressedLine } from '../../keys/press.ts'
import { FORM_KEYS } from '../../keys/writeKeys.ts'
import { Themes } from '../../notes/Themes.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { whyWaiting } from '../../session/whyWaiting.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryField } from '../../ui/CountryField.tsx'
import { later } from '../../ui/later.tsx'
import { NotLoaded } from '../../ui/NotLoaded.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { readDraft, writeDraft, type Draft } from './draft.ts'
import { draftProblem } from './draftProblem.ts'
import { KindChoice } from './KindChoice.tsx'
import styles from './NoteForm.module.css'

const PlacesField = later(async () => (await import('./PlacesField.tsx')).PlacesField, NotLoaded)

/** Fewer characters left than this are told. */
const NEAR_LIMIT = 200

type Outcome = { is: 'missing'; what: 'name' | 'country' | 'text' } | { is: 'added'; kind: Draft['kind'] } | { is: 'failed' }

interface NoteFormProps {
  /** Puts the caret into the first empty field: where the form was opened by a press. On a phone the keyboard would cover the page. */
  autoFocus?: boolean
}

/** Writes notes one after another. What is typed stays on this device until it is on the wall. */
export function NoteForm({ autoFocus = false }: NoteFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const { countries, themes } = useSessionState(({ wall }) => wall.settings)
  const why = useSessionState(whyWaiting)
  const keptHere = useSessionState((state) => state.keptHere)
  const mayPostFor = session.role === 'facilitator'
  const [draft, setDraft] = useState(() => readDraft(session.wallId))
  // What hangs a note may be waited for, and the paper be chosen meanwhile.
  const latest = useRef(draft)
  const [places, setPlaces] = useState<number>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [isAdding, setAdding] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const country = useRef<HTMLInputElement>(null)
  const label = useId()

  const change = (changes: Partial<Draft>): void => {
    const next = (latest.current = { ...latest.current, ...changes })
    setDraft(next)
    writeDraft(session.wallId, next)
    setOutcome(undefined)
  }

  useEffect(() => {
    if (!autoFocus) return
    const field = name.current?.value === '' ? name : area
    field.current?.focus()
  }, [autoFocus])

  const add = async (): Promise<void> => {
    if (isAdding) return
    const what = draftProblem(draft)
    if (what) {
      setOutcome({ is: 'missing', what })
      const field = what === 'name' ? name : what === 'country' ? country : area
      return field.current?.focus()
    }
    const { kind, text, isForOther, isWithheld } = draft
    const forOther = isForOther && mayPostFor ? { name: draft.name.trim(), country: draft.country } : undefined
    setAdding(true)
    const note = { kind, text: text.trim(), lang: language, forOther, places: kind === 'offer' ? places : undefined, isWithheld }
    const isAdded = (await addNoteLater(session, note).finally(() => setAdding(false))) !== undefined
    if (isAdded) {
      change({ text: '', isWithheld: false })
      setPlaces(undefined)
    }
    setOutcome(isAdded ? { is: 'added', kind } : { is: 'failed' })
    area.current?.focus()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void add()
  }
  const addByKeys = (event: KeyboardEvent): void => {
    if (!pressedLine(FORM_KEYS, event.nativeEvent)) return
    event.preventDefault()
    void add()
  }

  const missing = outcome?.is === 'missing' ? outcome.what : undefined
  const left = LIMITS.noteText - draft.text.length
  const isNeed = draft.kind === 'need'
  return (
    <form noValidate aria-label={t('form.title')} className={styles.form} onSubmit={submit}>
      {themes.length > 0 && <Themes themes={themes} />}
      <KindChoice kind={draft.kind} onChange={(kind) => change({ kind })} />
      {mayPostFor && (
        <Toggle isSelected={draft.isForOther} onChange={(isForOther) => change({ isForOther })} className={styles.forOther}>
          <UsersRound aria-hidden="true" />
          {t('form.forOther')}
        </Toggle>
      )}
      {mayPostFor && draft.isForOther && (
        <div className={styles.who}>
          <p className={styles.help}>{t('form.forOtherHelp')}</p>
          <TextField label={t('form.name')} value={draft.name} maxLength={LIMITS.name} autoComplete="off" inputRef={name} error={missing === 'name' ? t('form.nameMissing') : undefined} onChange={(text) => change({ name: text })} />
          <CountryField label={t('form.country')} value={draft.country} first={countries} inputRef={country} error={missing === 'country' ? t('form.countryMissing') : undefined} onChange={(code) => change({ country: code })} />
        </div>
      )}
      <div className={classes(styles.paper, styles[draft.kind])}>
        <label htmlFor={label} className={styles.label}>
          {t(isNeed ? 'form.needText' : 'form.offerText')}
        </label>
        <textarea
          ref={area}
          id={label}
          dir="auto"
          rows={4}
          value={draft.text}
          readOnly={isAdding}
          maxLength={LIMITS.noteText}
          placeholder={t(isNeed ? 'form.needExample' : 'form.offerExample')}
          aria-invalid={missing === 'text' || undefined}
          aria-describedby={`${label}-help`}
          enterKeyHint="enter"
          className={styles.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={addByKeys}
        />
        {left < NEAR_LIMIT && <p className={styles.left}>{t('form.left', { count: left })}</p>}
      </div>
      <p id={`${label}-help`} className={styles.help}>
        {t('form.one')}
      </p>
      <Suspense>{!isNeed && <PlacesField places={places} onChange={setPlaces} />}</Suspense>
      <Toggle isSelected={draft.isWithheld} aria-describedby={`${label}-withheld`} onChange={(isWithheld) => change({ isWithheld })} className={styles.forOther}>
        <EyeOff aria-hidden="true" />
        {t('withheld.mark')}
      </Toggle>
      <p id={`${label}-withheld`} className={styles.help} hidden={!draft.isWithheld}>
        {t('withheld.help')}
      </p>
      <Button type="submit" look="primary" large icon={<Plus aria-hidden="true" />} className={styles.add}>
        {t(isNeed ? 'form.addNeed' : 'form.addOffer')}
      </Button>
      <p role="status" className={classes(styles.outcome, outcome?.is !== 'added' && styles.wrong)}>
        {outcome?.is === 'added' && (why ? `${t(keptHere ? 'form.keptHere' : 'form.keptInPage')} ${t(`form.goesUp.${why}`)}` : t(outcome.kind === 'need' ? 'form.addedNeed' : 'form.addedOffer'))}
        {outcome?.is === 'failed' && t('form.notAdded')}
        {missing === 'text' && t('form.textMissing')}
      </p>
    </form>
  )
}
