import type Konva from 'konva'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Layer, Shape, Stage } from 'react-konva/es/ReactKonvaCore'
import { boxAround } from '#shared/layout/box.ts'
import { NOTE } from '#shared/layout/noteShape.ts'
import { NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note, NoteKind, WallPoint } from '#shared/wall/schema.ts'
import type { Session } from '../session/openSession.ts'
import { SessionProvider, useSession, useSessionState } from '../session/SessionContext.tsx'
import { editNote, selectNotes, useView } from '../state/viewStore.ts'
import { addNote } from './addNote.ts'
import { createNoteLayouts } from './noteLayouts.ts'
import { readerLanguage } from './readerLanguage.ts'
import type { ArrangeSource } from './arrange/arrangePrivately.ts'
import { PrivateBanner } from './arrange/PrivateBanner.tsx'
import { UnansweredLegend } from './find/UnansweredLegend.tsx'
import { FindBar } from './find/FindBar.tsx'
import { usePrivateSession } from './usePrivateSession.ts'
import { type Insets, type ScreenPoint } from './camera.ts'
import { HintBar } from './HintBar.tsx'
import { giveHint } from './hints.ts'
import { LeadTools } from './LeadTools.tsx'
import { INSETS, middleOf } from './middleOf.ts'
import { Minimap } from './Minimap.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { NoteToolbar } from './NoteToolbar.tsx'
import { Pads } from './Pads.tsx'
import { PadTray } from './PadTray.tsx'
import { SectionTitles } from './sections/SectionTitles.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useCovers } from './useCovers.ts'
import { useRoomForNews } from './useRoomForNews.ts'
import { useHandling, type FreshNote } from './useHandling.ts'
import { useTogether } from './useTogether.ts'
import { useWallScene } from './useWallScene.ts'
import styles from './WallCanvas.module.css'
import { WallTools } from './WallTools.tsx'
import { ZoomBar } from './ZoomBar.tsx'

export interface WallCanvasProps {
  /** What is known of the notes when they are arranged; without it there are no ways to arrange them. */
  arrangeSource?: ArrangeSource | undefined
  /** Nothing can be changed here: no pads, no toolbar, no dragging. The wall can still be moved and zoomed. */
  readOnly?: boolean
  /** The room's screen: always shows the whole wall, as large as it fits, and no cursors; takes no input at all. */
  fit?: boolean
}

const SCREEN_INSETS: Insets = { top: 32, right: 32, bottom: 32, left: 32 }

/** What lies over the upper edge has to do with one row: narrower than this all of it is in words in no language, and than that not all of it is there. */
const WIDE_PX = 960
const NARROW_PX = 520
const roomOf = (width: number): 'wide' | 'middle' | 'narrow' => (width < NARROW_PX ? 'narrow' : width < WIDE_PX ? 'middle' : 'wide')

/** The wall as a picture, as all see it or as this person alone has arranged it. */
export function WallCanvas(props: WallCanvasProps) {
  const shared = useSession()
  const own = usePrivateSession(shared)
  return (
    <SessionProvider value={props.fit ? shared : own}>
      <Canvas {...props} shared={shared} />
    </SessionProvider>
  )
}

/** The wall as a picture: all notes, zoomed and moved, written and dragged. Fills its parent; needs a `SessionProvider`. */
function Canvas({ readOnly = false, fit = false, arrangeSource, shared }: WallCanvasProps & { shared: Session }) {
  const { t } = useTranslation()
  const session = useSession()
  const host = useRef<HTMLDivElement>(null)
  const layer = useRef<Konva.Layer>(null)
  const frame = useRef<HTMLDivElement>(null)
  const { scene, size, paint } = useWallScene({ host, layer, insets: fit ? SCREEN_INSETS : INSETS, isScreen: fit })
  const mayWrite = !readOnly && !fit && session.me !== undefined
  const count = useSessionState(({ wall }) => wall.notes.size)
  const isLoaded = useSessionState(({ loaded }) => loaded)
  const [chooser, setChooser] = useState<{ at: WallPoint; screen: ScreenPoint }>()
  const fresh = useRef<FreshNote>(undefined)
  const [isHandling, setHandling] = useState(false)

  const add = useCallback((kind: NoteKind, near?: WallPoint) => {
    if (!scene) return
    setChooser(undefined)
    // What was being written is finished first: it may still move out of a neighbour's way.
    editNote(undefined)
    const id = addNote(session, { kind, near: near ?? middleOf(scene), taken: scene.index.all() }, createNoteLayouts(readerLanguage()))
    if (id === undefined) return
    fresh.current = { id, step: session.undo.undoStack.at(-1) }
    selectNotes([id])
    editNote(id)
  }, [scene, session])

  const pointers = useHandling({ scene, host, mayWrite, takesInput: !fit, fresh, onAdd: add, onChoose: setChooser, onHandling: setHandling })

  useTogether(scene, host, fit)
  useCovers(fit ? undefined : scene, frame)
  const [bars, setBars] = useState<HTMLElement | null>(null)
  useRoomForNews(frame, bars)

  const isPrivate = useView((view) => view.arrangement !== undefined)
  const editingId = useView((view) => view.editing)
  const selectedId = useView((view) => (view.selection.size === 1 ? [...view.selection][0] : undefined))
  const hasMany = useView((view) => view.selection.size > 1)
  const hasLasso = useView((view) => view.hasLasso)
  const edited = useSessionState(({ wall }) => (editingId === undefined ? undefined : wall.notes.get(editingId)))
  const selected = useSessionState(({ wall }) => (selectedId === undefined ? undefined : wall.notes.get(selectedId)))

  const next = ({ kind, id }: Note): void => {
    editNote(undefined)
    const before = scene?.index.get(id)
    add(kind, before && [before.x, before.y + before.height + NOTE_GAP])
  }
  const lose = ({ kind, at, lang, author, name, country, withheld }: Note, text: string): void => {
    // A facilitator may have been correcting somebody else's: the corner stays theirs.
    const forOther = author === session.me?.id ? undefined : { name, country }
    const run = (): void => void addNote(session, { kind, text, lang, near: at, forOther, isWithheld: withheld === true }, createNoteLayouts(readerLanguage()))
    giveHint({ text: t('canvas.lost'), stays: true, action: { label: t('canvas.hangAgain'), run } })
  }
  const restored = (steps: number): void => {
    const run = (): void => {
      for (let step = 0; step < steps; step++) session.undo.redo()
    }
    giveHint({ text: t('hand.restored'), action: { label: t('hand.keepWords'), run } })
  }
  const carry = (ids: readonly NoteId[]): void => {
    const around = boxAround(ids.flatMap((id) => scene?.index.get(id) ?? []))
    if (!around) return
    giveHint({ text: t('canvas.whereTo') })
    pointers.current?.carry(ids, [around.x + around.width / 2, around.y + 20])
  }

  // Taken in hand from elsewhere on the page: the wall has the focus then, so that Escape puts them back.
  const carried = useView((view) => view.carried)
  useEffect(() => {
    if (!scene || !mayWrite || !carried) return
    useView.setState({ carried: undefined })
    carry(carried)
    host.current?.focus({ preventScroll: true })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each request
  }, [scene, mayWrite, carried])
  useEffect(() => () => giveHint(undefined), [])

  return (
    <div ref={frame} className={styles.frame}>
      <div
        ref={host}
        role="application"
        aria-label={t('canvas.label', { count })}
        tabIndex={fit ? -1 : 0}
        className={styles.host}
        data-still={fit || undefined}
        data-lasso={hasLasso || undefined}
      >
        {size.width > 0 && (
          <Stage width={size.width} height={size.height} listening={false}>
            <Layer ref={layer} listening={false} clearBeforeDraw={false}>
              <Shape listening={false} sceneFunc={paint} />
            </Layer>
          </Stage>
        )}
      </div>
      <div aria-hidden="true" className={styles.ring}>
        <i />
        <i />
        <i />
        <i />
      </div>
      {count === 0 && isLoaded && <p className={styles.empty}>{t(mayWrite ? 'canvas.empty' : 'canvas.emptyToRead')}</p>}
      {scene && <SectionTitles scene={scene} readOnly={!mayWrite || isPrivate} />}
      {scene && mayWrite && edited && (
        <EditedNote
          key={edited.id}
          scene={scene}
          note={edited}
          onNext={next}
          onLost={lose}
          restores={() => fresh.current?.id !== edited.id}
          onRestored={restored}
          onDone={() => host.current?.focus({ preventScroll: true })}
        />
      )}
      {scene && mayWrite && selected && !edited && !isHandling && (
        <NoteToolbar key={selected.id} scene={scene} note={selected} onCarry={({ id }) => carry([id])} />
      )}
      {scene && mayWrite && hasMany && !edited && !isHandling && <SelectionBar scene={scene} onCarry={carry} />}
      {chooser && (
        <div data-cover="other" className={styles.chooser} style={{ left: chooser.screen[0], top: chooser.screen[1] }}>
          <Pads small autoFocus onAdd={(kind) => add(kind, [chooser.at[0] - NOTE.width / 2, chooser.at[1] - NOTE.headHeight])} />
        </div>
      )}
      {scene && mayWrite && <PadTray scene={scene} host={host} onAdd={add} />}
      {scene && !fit && <Minimap scene={scene} />}
      {scene && !fit && (
        <div data-cover="edge" className={styles.zoom}>
          <ZoomBar scene={scene} hasLasso={mayWrite} />
        </div>
      )}
      {scene && !fit && (
        <div ref={setBars} className={styles.top}>
          <div className={styles.lead}>
            <WallTools scene={scene} shared={shared} arrangeSource={mayWrite ? arrangeSource : undefined} />
            {mayWrite && <LeadTools scene={scene} />}
          </div>
          <div className={styles.notices}>
            <PrivateBanner shared={shared} />
            <UnansweredLegend />
            <FindBar scene={scene} room={roomOf(size.width)} onLeave={() => host.current?.focus({ preventScroll: true })} />
          </div>
        </div>
      )}
      {!fit && <HintBar />}
    </div>
  )
}

/** Keeps the note as it was when writing began: each letter would make the field anew otherwise. */
function EditedNote({ note, ...props }: Parameters<typeof NoteEditor>[0]) {
  const [first] = useState(note)
  return <NoteEditor {...props} note={first} />
}
