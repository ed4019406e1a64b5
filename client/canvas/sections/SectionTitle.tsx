import { ChevronDown, Move, MoveDiagonal2, Pencil, Scan, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Box } from '#shared/layout/box.ts'
import { boxRound, contentsOf, moveSection } from '#shared/layout/moveSection.ts'
import { SECTION_LIMITS, type Section, type WallPoint } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { nameSection } from '../../state/viewStore.ts'
import { classes } from '../../ui/classes.ts'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { Opener } from '../../ui/Opener.tsx'
import { toScreen } from '../camera.ts'
import { isCovered } from '../covers.ts'
import type { WallScene } from '../wallScene.ts'
import { DragHandle } from './DragHandle.tsx'
import styles from './SectionTitle.module.css'
import { titlePlace } from './titlePlace.ts'

interface SectionTitleProps {
  scene: WallScene
  section: Section
  mayChange: boolean
}

/** How far the section is being taken, and how much larger it is being made, in wall units. */
interface Change {
  readonly by: WallPoint
  readonly grown: WallPoint
}
/** Least distance of a title to the edges of the canvas and to what lies over them, in CSS pixels. */
const MARGIN = 6
/** A section that is narrower on the screen is seen from afar; as in the style sheet. In CSS pixels. */
const FAR_PX = 144
const NO_CHANGE: Change = { by: [0, 0], grown: [0, 0] }

const inLimits = (side: number): number => Math.max(SECTION_LIMITS.least, Math.min(SECTION_LIMITS.most, Math.round(side)))
const changed = ({ x, y, width, height }: Box, { by, grown }: Change): Box => ({
  x: Math.round(x + by[0]),
  y: Math.round(y + by[1]),
  width: inLimits(width + grown[0]),
  height: inLimits(height + grown[1]),
})

/** The title of a section at its upper edge, wherever the camera is. A facilitator moves and sizes it by handles, names, fits and removes it by a menu. */
export function SectionTitle({ scene, section, mayChange }: SectionTitleProps) {
  const { t } = useTranslation()
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  const [change, setChange] = useState<Change>()
  const { id, title } = section
  const { x, y, width, height } = changed(section.box, change ?? NO_CHANGE)

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const follow = (): void => layOver(element, { x, y, width, height }, scene, change !== undefined || element.contains(document.activeElement))
    follow()
    const stops = [scene.man.onMove(follow), scene.covers.onChange(follow), scene.onNotes(follow)]
    element.addEventListener('focusin', follow)
    element.addEventListener('focusout', follow)
    return () => {
      for (const stop of stops) stop()
      element.removeEventListener('focusin', follow)
      element.removeEventListener('focusout', follow)
    }
  }, [scene, x, y, width, height, change])

  const wall = () => session.store.getState().wall
  const contents = () => contentsOf(section, wall().notes.values(), wall().sections.values())
  const take = (by: WallPoint): void => {
    setChange({ by, grown: [0, 0] })
    scene.hold({ lifted: { ids: new Set(contents().notes), by: [Math.round(by[0]), Math.round(by[1])] } })
  }
  const letGo = (): void => {
    setChange(undefined)
    scene.hold({ lifted: undefined })
  }
  const move = (by: WallPoint): void => {
    session.commit(moveSection(section, [Math.round(by[0]), Math.round(by[1])], wall().notes, wall().sections))
    letGo()
  }
  const setBox = (box: Box): boolean => session.commit([{ type: 'setSection', id, title, box }])
  const fit = (): void => {
    const box = boxRound(contents().notes.flatMap((note) => scene.index.get(note) ?? []))
    if (box) setBox(box)
  }
  const act = (key: string): void => {
    if (key === 'rename') nameSection(id)
    else if (key === 'fit') fit()
    else if (key === 'remove') session.commit([{ type: 'removeSection', id }])
  }

  return (
    <div ref={frame} role="group" aria-label={t('sections.group', { title })} className={classes(styles.frame, change && styles.changing)}>
      <div className={styles.tab}>
        {mayChange && (
          <DragHandle label={t('sections.move', { title })} scene={scene} className={styles.grip} onDrag={take} onDrop={move} onCancel={letGo}>
            <Move aria-hidden="true" />
          </DragHandle>
        )}
        {mayChange ? (
          <Opener
            opens="menu"
            button={
              <Button aria-label={t('sections.actions', { title })} className={classes(styles.title, styles.button)}>
                <bdi>{title}</bdi>
                <ChevronDown aria-hidden="true" />
              </Button>
            }
          >
            {(opened) => (
              <Menu {...opened} label={t('sections.actions', { title })} onAction={(key) => act(String(key))}>
                <MenuItem id="rename" icon={<Pencil aria-hidden="true" />} textValue={t('sections.rename')}>
                  {t('sections.rename')}
                </MenuItem>
                <MenuItem id="fit" icon={<Scan aria-hidden="true" />} textValue={t('sections.fit')}>
                  {t('sections.fit')}
                </MenuItem>
                <MenuItem id="remove" danger icon={<Trash2 aria-hidden="true" />} textValue={t('sections.remove')}>
                  {t('sections.remove')}
                </MenuItem>
              </Menu>
            )}
          </Opener>
        ) : (
          <h2 className={styles.title}>
            <bdi>{title}</bdi>
          </h2>
        )}
      </div>
      {mayChange && (
        <DragHandle
          label={t('sections.resize', { title })}
          scene={scene}
          className={styles.corner}
          onDrag={(grown) => setChange({ by: [0, 0], grown })}
          onDrop={(grown) => {
            setBox(changed(section.box, { by: [0, 0], grown }))
            setChange(undefined)
          }}
          onCancel={() => setChange(undefined)}
        >
          <MoveDiagonal2 aria-hidden="true" />
        </DragHandle>
      )}
    </div>
  )
}

/**
 * Lays the frame over its section, with the title in sight while any of the section is. What can be touched is touched whole or not
 * at all: a title or a handle that something covers is hidden.
 * @param isHeld a hand or the focus is on it: it is not taken away
 */
function layOver(frame: HTMLElement, { x, y, width, height }: Box, { man, covers, index }: WallScene, isHeld: boolean): void {
  const camera = man.camera()
  const { width: seenWidth, height: seenHeight } = man.size()
  const [left, top] = toScreen(camera, [x, y])
  const [wide, high] = [width * camera.zoom, height * camera.zoom]
  // Far outside of what is seen a browser would lay out and keep what nobody sees.
  frame.hidden = left > seenWidth || top - 60 > seenHeight || left + wide < 0 || top + high < 0
  frame.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
  frame.style.width = `${wide}px`
  frame.style.height = `${high}px`
  if (frame.hidden) return
  const [tab, corner] = frame.children as unknown as [HTMLElement, HTMLElement | undefined] // ours, above
  const size = { width: tab.offsetWidth, height: tab.offsetHeight }
  const slideX = Math.max(0, Math.min(MARGIN - left, wide - size.width))
  const atX = left + slideX
  let atY = Math.max(top - size.height, MARGIN)
  for (const cover of [...covers.edges()].sort((a, b) => a.y - b.y)) {
    if (cover.y < seenHeight / 3 && isCovered({ x: atX, y: atY, ...size }, [cover])) atY = cover.y + cover.height + MARGIN
  }
  const slideY = Math.min(atY - (top - size.height), high)
  const isReached = (box: Box): boolean => isHeld || !isCovered(box, covers.all())
  if (wide < FAR_PX && slideY === 0 && !isHeld) {
    const [tabWide, tabHigh] = [size.width / camera.zoom, size.height / camera.zoom]
    const place = titlePlace([x, y], { width: tabWide, height: tabHigh }, index.within({ x, y: y - tabHigh, width: tabWide, height: 2 * tabHigh }))
    const down = place ? (place.below + tabHigh * (1 - place.scale)) * camera.zoom : 0
    tab.style.transform = `translate(${Math.round(slideX)}px, ${Math.round(down)}px) scale(${place?.scale ?? 1})`
    tab.style.visibility = place && isReached({ x: atX, y: top - size.height + down, ...size }) ? '' : 'hidden'
  } else {
    tab.style.transform = `translate(${Math.round(slideX)}px, ${Math.round(slideY)}px)`
    tab.style.visibility = isReached({ x: atX, y: top - size.height + slideY, ...size }) ? '' : 'hidden'
  }
  if (!corner) return
  const [cornerWide, cornerHigh] = [corner.offsetWidth, corner.offsetHeight]
  corner.style.visibility = isReached({ x: left + wide - cornerWide, y: top + high - cornerHigh, width: cornerWide, height: cornerHigh }) ? '' : 'hidden'
}
