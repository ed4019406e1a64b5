import { ChevronDown, ChevronUp, ListFilter, X } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { FilterFields } from '../../notes/FilterFields.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { isFilterOn } from '../../state/noteFilter.ts'
import { endFind, filterNotes, hideRest, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import type { WallScene } from '../wallScene.ts'
import styles from './FindBar.module.css'
import { goToFound, placeFound } from './goToFound.ts'

interface FindBarProps {
  scene: WallScene
  /** How much there is in one row: all of it in words; without words what ends the search, and with the filter what is needed least; or that in short. */
  room: 'wide' | 'middle' | 'narrow'
  /** The focus goes back to the wall. */
  onLeave: () => void
}

/** Says over the wall that not all notes are wanted, and ends that; looks for notes, and goes from one that was found to the next. */
export function FindBar(props: FindBarProps) {
  const isShown = useView(({ filter, findRound }) => findRound > 0 || isFilterOn(filter))
  return isShown && <OpenBar {...props} />
}

function OpenBar({ scene, room, onLeave }: FindBarProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const findRound = useView((view) => view.findRound)
  const text = useView((view) => view.filter.text)
  const isOn = useView((view) => isFilterOn(view.filter))
  const hidesRest = useView((view) => view.hidesRest)
  const count = useSessionState(({ wall }) => wall.notes.size)
  const found = useSyncExternalStore(scene.sift.onChange, scene.sift.found)
  const selected = useView((view) => (view.selection.size === 1 ? [...view.selection][0] : undefined))
  const at = placeFound(scene, selected)
  const isNarrow = room === 'narrow'
  // Without the field there is room for the words.
  const isWide = room === 'wide' || (room === 'middle' && findRound === 0)

  useEffect(() => {
    if (findRound > 0) input.current?.focus()
  }, [findRound])
  const leave = (): void => {
    useView.setState({ findRound: 0 })
    onLeave()
  }
  const countInWords = (): string => {
    if (!isOn) return t('list.count', { count })
    if (at !== undefined) return t('find.at', { at, count: found })
    return isNarrow && findRound > 0 ? found.toLocaleString(language) : t('list.countOf', { found, count })
  }
  const hide = isOn && <CheckBox label={t('find.hide')} isChecked={hidesRest} onChange={hideRest} />
  const end = (): void => {
    endFind()
    onLeave()
  }
  return (
    <div
      role="search"
      aria-label={t('find.label')}
      data-cover="edge"
      data-finding={findRound > 0 || undefined}
      className={classes(styles.bar, !isWide && styles.row, isNarrow && styles.narrow)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave()
      }}
    >
      {findRound > 0 && (
        <div className={styles.search}>
          <SearchBox
            inputRef={input}
            label={t('list.search')}
            clearLabel={t('list.clear')}
            value={text}
            onChange={(words) => filterNotes({ text: words })}
            onGo={(isBack) => goToFound(scene, isBack ? -1 : 1)}
          />
        </div>
      )}
      {(isOn || !isNarrow) && <p className={styles.count}>{countInWords()}</p>}
      <Spoken scene={scene} at={at} found={found} isOn={isOn} />
      {isOn && (
        <div className={styles.steps}>
          {!isNarrow && (
            <IconButton label={t('find.previous')} isDisabled={found === 0} onPress={() => goToFound(scene, -1)}>
              <ChevronUp aria-hidden="true" />
            </IconButton>
          )}
          <IconButton label={t('find.next')} isDisabled={found === 0} onPress={() => goToFound(scene, 1)}>
            <ChevronDown aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <DialogTrigger>
        <IconButton label={t('find.filter')}>
          <ListFilter aria-hidden="true" />
        </IconButton>
        <Popover placement="bottom" className={classes(styles.popover)}>
          <Dialog aria-label={t('find.filter')} className={classes(styles.dialog)}>
            <FilterFields />
            {!isWide && hide}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isWide && hide}
      {isOn && isWide ? (
        <Button onPress={end}>{t('list.showAll')}</Button>
      ) : (
        <IconButton label={t(isOn ? 'list.showAll' : 'common.close')} onPress={isOn ? end : leave}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </div>
  )
}

/** The same for those who do not see it, with the words of the note that was gone to. */
function Spoken({ scene, at, found, isOn }: { scene: WallScene; at: number | undefined; found: number; isOn: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const isFinding = useView((view) => view.findRound > 0)
  const count = useSessionState(({ wall }) => wall.notes.size)
  const note = useView((view) => (view.selection.size === 1 ? [...view.selection][0] : undefined))
  const hung = note === undefined || at === undefined ? undefined : scene.index.get(note)
  // A note that has the focus in the list is read out there.
  const isReadOut = document.activeElement?.closest('[data-note]') != null
  const item = hung && !isReadOut && t('list.item', { kind: t(`kind.${hung.note.kind}`), text: hung.note.text.trim() || t('note.empty'), name: hung.note.name, country: countryName(hung.note.country, language) })
  return (
    <p role="status" className={styles.heard}>
      {item && at !== undefined ? `${t('find.at', { at, count: found })}. ${item}` : isFinding && isOn ? t('list.countOf', { found, count }) : ''}
    </p>
  )
}
