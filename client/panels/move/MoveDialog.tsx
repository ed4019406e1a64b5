import { MousePointerClick } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { sectionOf } from '#shared/wall/sections.ts'
import { mayMove } from '../../canvas/mayMove.ts'
import { createNoteLayouts } from '../../canvas/noteLayouts.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { carryNotes, moveNotes, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { BesideField } from './BesideField.tsx'
import styles from './MoveDialog.module.css'
import { placeNotes, type Destination } from './placeNotes.ts'
import { StepField } from './StepField.tsx'

/** Moves the notes of `viewStore.moving` without dragging: to a place that is said in words, by steps, or to one that is touched on the wall. */
export function MoveDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const moving = useView((view) => view.moving)
  const notes = useSessionState(({ wall }) => wall.notes)
  const here = moving?.filter((id) => notes.has(id) && mayMove(session, id)) ?? []
  return (
    <Dialog wide title={t('move.title', { count: here.length })} isOpen={here.length > 0} onClose={() => moveNotes(undefined)}>
      {here.length > 0 && <Destinations ids={here} />}
    </Dialog>
  )
}

function Destinations({ ids }: { ids: readonly NoteId[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const wall = useSessionState((state) => state.wall)
  const sizeOf = useMemo(() => createNoteLayouts(language), [language])
  const [said, setSaid] = useState('')
  const [first] = ids.flatMap((id) => wall.notes.get(id) ?? [])
  const isMoving = new Set(ids)
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(language)
    return [...new Set([...wall.notes.values()].filter(({ id }) => !ids.includes(id)).map(({ country }) => country))]
      .map((code) => ({ code, name: countryName(code, language) }))
      .sort((a, b) => compare(a.name, b.name))
  }, [wall.notes, ids, language])
  const [country, setCountry] = useState('')

  /** @returns whether there was room */
  const move = (to: Destination): boolean => {
    const edits = placeNotes(wall, ids, to, sizeOf)
    if (!edits) {
      setSaid(t('move.noRoom'))
      return false
    }
    if (edits.length > 0 && !session.commit(edits)) return false
    useView.setState({ selection: isMoving, sought: { notes: ids } })
    return true
  }
  const moveThere = (to: Destination): void => {
    if (move(to)) moveNotes(undefined)
  }
  const where = first && sectionOf(first, wall.sections.values())?.title
  const sections = [...wall.sections.values()]
  return (
    <div className={styles.ways}>
      {first && (
        <p className={styles.quoted} dir="auto">
          {ids.length === 1 ? first.text.trim() || t('note.empty') : t('hand.selected', { count: ids.length })}
        </p>
      )}
      <p role="status" className={styles.said}>
        {said || (where !== undefined && <bdi>{t('sections.in', { title: where })}</bdi>)}
      </p>
      <div>
        <Button icon={<MousePointerClick aria-hidden="true" />} onPress={() => carryNotes(ids)}>
          {t('move.pickPlace')}
        </Button>
      </div>
      <Way title={t('move.steps')}>
        <StepField
          onStep={(by, words) => {
            if (move({ is: 'step', by })) setSaid(words)
          }}
        />
      </Way>
      {sections.length > 0 && (
        <Way title={t('move.toSection')}>
          <ul className={styles.choices}>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <Button onPress={() => moveThere({ is: 'section', section: id })}>
                  <bdi>{title}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </Way>
      )}
      {countries.length > 0 && (
        <Way title={t('move.toCountry')}>
          <div className={styles.line}>
            <select aria-label={t('list.country')} value={country} className={styles.select} onChange={(event) => setCountry(event.target.value)}>
              <option value="">{t('move.chooseCountry')}</option>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
            <Button isDisabled={country === ''} onPress={() => moveThere({ is: 'country', country })}>
              {t('move.there')}
            </Button>
          </div>
        </Way>
      )}
      <Way title={t('move.beside')}>
        <BesideField except={isMoving} onPick={(note) => moveThere({ is: 'beside', note })} />
      </Way>
    </div>
  )
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.way}>
      <h3 className={styles.name}>{title}</h3>
      {children}
    </section>
  )
}
