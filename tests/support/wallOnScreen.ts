import type { Browser, Page } from 'playwright-core'
import type * as Y from 'yjs'
import { boxAround, type Box } from '#shared/layout/box.ts'
import { NOTE } from '#shared/layout/noteShape.ts'
import type { Role } from '#shared/permissions/roles.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Language, Note, NoteKind, WallPoint } from '#shared/wall/schema.ts'
import { toScreen } from '../../client/canvas/camera.ts'
import { wholeView } from '../../client/canvas/wholeWall.ts'
import type { DevicePerson, DeviceWall } from '../../client/session/device.ts'
import { openPerson, whenStatus, type Person } from './person.ts'
import { stockProvider, whenDoc, whenSynced } from './stockProvider.ts'
import { join, type MadeWall } from './wallApi.ts'

/** Somebody at a screen whose notes hang where the test says, and the wall as it is told to others. */
export interface AtTheWall {
  readonly person: Person
  /** Where a point of the wall is on the page, while the whole wall is shown. */
  at(point: WallPoint): Promise<[x: number, y: number]>
  note(id: string): Note
  /** How many notes hang there. */
  size(): number
  /** The same person writes in a note on another device. */
  write(id: string, offset: number, insert: string): void
  /** The same person does this on another device. */
  edit(edits: readonly Edit[]): void
  /** Resolves as soon as the wall is so. */
  whenWall(isSo: (notes: ReadonlyMap<NoteId, Note>) => boolean): Promise<void>
  /** Resolves as soon as somebody on a screen is told of so. */
  whenPresence(isSo: (state: Readonly<Record<string, unknown>>) => boolean): Promise<void>
  close(): Promise<void>
}

export interface NoteAt {
  readonly id: string
  readonly at: WallPoint
  readonly kind?: NoteKind
  readonly text?: string
}

interface Options {
  readonly url: string
  readonly wall: MadeWall
  readonly role?: Exclude<Role, 'viewer'>
  readonly name?: string
  readonly country?: string
  readonly screen?: 'laptop' | 'phone' | 'projector'
  readonly language?: Language
  readonly notes: readonly NoteAt[]
}

/** What the canvas leaves free at its edges when it shows everything, and what lies there leaves room for it. */
const LEAST_INSETS = { top: 32, right: 32, bottom: 120, left: 32 }

/** Joins, hangs up the notes, and opens the wall on a device that knows who one is. */
export async function openAtTheWall(browser: Browser, { url, wall, role = 'participant', name = 'Amina', country = 'ke', screen = 'laptop', language = 'en', notes }: Options): Promise<AtTheWall> {
  const { participant, secret, token } = await join(url, wall.id, { key: wall.keys[role], name, country })
  if (!participant) throw new Error('A viewer has no notes.')
  const provider = stockProvider(url, wall.id, token)
  const { doc } = provider
  await whenSynced(provider)
  const edits = notes.map(({ id, at, kind = 'need', text = id }) => ({ type: 'placeNote', id: id as NoteId, kind, at, text, lang: 'en', name, country }) as const)
  applyEdits(doc, edits, { participant, now: 1_700_000_000_000, origin: undefined })

  // They were here before, with this device.
  const here: DeviceWall = { id: wall.id, title: '', role, openedAt: 1_700_000_000_000, keys: { [role]: wall.keys[role] }, participant, secret }
  const them: DevicePerson = { name, country, institution: '', contact: '' }
  const person = await openPerson(browser, { screen, language, remembers: { 'pollinate.person': them, 'pollinate.walls': [here] } })
  const { page, t } = person
  await page.goto(wall.links[role])
  await whenStatus(person, t('status.saved'))
  if (screen === 'phone') await page.getByRole('tab', { name: t('wall.tabWall') }).tap()
  await page.getByRole('application', { name: t('canvas.label', { count: readWall(doc).notes.size }) }).waitFor()
  return {
    person,
    async at(point) {
      const [area, covers] = [await wallBox(page), await page.evaluate(edgeCovers)]
      const boxes = [...readWall(doc).notes.values()].map(({ at: [x, y] }) => ({ x, y, width: NOTE.width, height: NOTE.minHeight }))
      const sections = [...readWall(doc).sections.values()].map(({ box }) => box)
      const around = boxAround([...boxes, ...sections])
      if (!around) throw new Error('The wall is empty.')
      const [x, y] = toScreen(wholeView(around, sections, { size: area, covers, least: LEAST_INSETS, maxZoom: 1 }), point)
      return [area.x + x, area.y + y]
    },
    note(id) {
      const note = readWall(doc).notes.get(id as NoteId)
      if (!note) throw new Error(`There is no note ${id}.`)
      return note
    },
    size: () => readWall(doc).notes.size,
    write: (id, offset, insert) =>
      applyEdits(doc, [{ type: 'spliceText', id: id as NoteId, offset, remove: 0, insert }], { participant, now: 1_700_000_000_000, origin: undefined }),
    edit: (edits) => applyEdits(doc, edits, { participant, now: 1_700_000_000_000, origin: undefined }),
    whenWall: (isSo) => whenDoc(doc, (now: Y.Doc) => isSo(readWall(now).notes)),
    whenPresence: (isSo) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (![...provider.awareness.getStates()].some(([client, state]) => client !== doc.clientID && isSo(state))) return
          provider.awareness.off('change', check)
          resolve()
        }
        provider.awareness.on('change', check)
        check()
      }),
    async close() {
      provider.destroy()
      await person.context.close()
    },
  }
}

export async function wallBox(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.getByRole('application').boundingBox()
  if (!box) throw new Error('The canvas is not on the page.')
  return box
}

/** What lies over the edges of the wall, from its corner; as soon as the wall has made room for it. Runs in the page. */
async function edgeCovers(): Promise<Box[]> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const area = document.querySelector('[role=application]')?.getBoundingClientRect()
  if (!area) return []
  return [...document.querySelectorAll('[data-cover=edge]')]
    .map((cover) => cover.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ x, y, width, height }) => ({ x: x - area.x, y: y - area.y, width, height }))
}
