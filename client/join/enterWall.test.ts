import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { rememberWall, type DeviceWall } from '../session/device.ts'
import { useView } from '../state/viewStore.ts'
import { enterWall, type Entry } from './enterWall.ts'
import type { WallLink } from './parseLink.ts'

// What a session does is tested with a real server; here it is asked whether, and as whom, it is opened. It remembers the wall.
// The files of a tier share their modules: none of those before comes in here, and none of these goes on to those after.
const openSession = vi.hoisted(() => {
  vi.resetModules()
  return vi.fn<(admission: Admission, atHand: AtHand) => unknown>()
})
vi.mock('../session/openSession.ts', () => ({ openSession }))
vi.mock('../i18n/setUpI18n.ts', () => ({ suggestLanguage: () => Promise.resolve() }))
afterAll(() => {
  vi.doUnmock('../session/openSession.ts')
  vi.doUnmock('../i18n/setUpI18n.ts')
  vi.resetModules()
})

type AtHand = { token?: string; board?: Promise<Uint8Array | undefined> }
type Admission = Pick<DeviceWall, 'role' | 'participant' | 'secret'> & { wallId: WallId; key: string }

const KEYS = { participant: 'participant-key-000000', viewer: 'viewer-key-00000000000' }
const AMINA = { name: 'Amina', country: 'ke', institution: '', contact: '' }

let asked: { path: string; body: Record<string, unknown> }[]
let answers: Record<string, unknown>
let online: EventTarget

beforeEach(() => {
  asked = []
  answers = { look: { title: 'Coral week', language: 'en', role: 'participant', countries: ['fj'] }, join: { role: 'participant', token: 't', participant: 'p1', secret: 's1' } }
  online = new EventTarget()
  const stored = new Map<string, string>()
  vi.stubGlobal(
    'localStorage',
    new Proxy({}, {
      get: (_, name) => ({ getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => stored.set(key, value), removeItem: (key: string) => stored.delete(key) })[String(name)],
      ownKeys: () => [...stored.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  )
  vi.stubGlobal('window', online)
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    asked.push({ path, body: JSON.parse(body) as Record<string, unknown> })
    const answer = answers[path.split('/').at(-1) ?? '']
    if (answer === undefined) return Promise.reject(new TypeError('Failed to fetch'))
    if (typeof answer === 'string') return Promise.resolve(new Response(answer))
    const { status = 200 } = answer as { status?: number }
    return Promise.resolve(new Response(JSON.stringify(answer), { status }))
  })
  openSession.mockReset()
  openSession.mockImplementation(({ wallId, key, role, participant, secret }) => {
    rememberWall({ id: wallId, title: '', role, openedAt: 0, keys: { [role]: key }, participant, secret })
    return { store: { subscribe: () => () => undefined }, close: () => undefined }
  })
})
afterEach(() => vi.unstubAllGlobals())

function enter(link: Partial<WallLink> = {}): Entry {
  return enterWall({ wallId: 'wall' as WallId, key: KEYS.participant, invited: undefined, personal: undefined, ...link })
}
const when = (entry: Entry, is: string): Promise<unknown> => vi.waitUntil(() => entry.store.getState().is === is, { interval: 1 })

test('E3 who is not known is asked, once; the answer is remembered and opens the wall', async () => {
  const entry = enter()
  await when(entry, 'asking')
  await entry.join(AMINA)
  expect(entry.store.getState().is).toBe('open')
  expect(asked.map(({ path }) => path)).toEqual(['/api/walls/wall/look', '/api/walls/wall/document', '/api/walls/wall/join'])
  expect(openSession).toHaveBeenCalledWith(expect.objectContaining({ role: 'participant', participant: 'p1', secret: 's1', person: AMINA }), expect.anything())

  asked = []
  const later = enter({ wallId: 'other' as WallId })
  await when(later, 'asking')
  expect(later.store.getState()).toMatchObject({ known: AMINA })
})

test('E3 who is known on the wall goes in from this device’s copy, without a line', async () => {
  const first = enter()
  await when(first, 'asking')
  await first.join(AMINA)
  asked = []
  answers = {}
  await when(enter(), 'open')
  expect(openSession).toHaveBeenLastCalledWith(expect.objectContaining({ participant: 'p1', secret: 's1', person: AMINA }), expect.anything())
  expect(asked).toEqual([])
})

test('E2 a personal invitation joins without asking', async () => {
  const entry = enter({ invited: { name: 'Amina', country: 'ke' } })
  await when(entry, 'open')
  expect(asked.find(({ path }) => path.endsWith('/join'))?.body).toEqual({ key: KEYS.participant, ...AMINA })
})

test('O6 whoever has a link of their own asks at once for all there is to ask, and the answers open the line and the wall', async () => {
  answers.document = 'the wall'
  const entry = enter({ invited: { name: 'Amina', country: 'ke' } })
  expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(['document', 'join', 'look'])
  await when(entry, 'open')
  const { token, board } = openSession.mock.lastCall?.[1] ?? {}
  expect([token, new TextDecoder().decode(await board)]).toEqual(['t', 'the wall'])
})

test('E2 an invitation without a country asks for it, with the name filled in', async () => {
  const entry = enter({ invited: { name: 'Amina', country: undefined } })
  await when(entry, 'asking')
  expect(entry.store.getState()).toMatchObject({ known: { name: 'Amina', country: '' } })
})

test('E2 somebody else’s invitation on a known device makes nobody speak for another', async () => {
  const first = enter()
  await when(first, 'asking')
  await first.join(AMINA)
  answers.join = { role: 'participant', token: 't', participant: 'p2', secret: 's2' }
  const second = enter({ invited: { name: 'João', country: 'br' } })
  await when(second, 'open')
  expect(openSession).toHaveBeenLastCalledWith(expect.objectContaining({ participant: 'p2', person: expect.objectContaining({ name: 'João' }) as unknown }), expect.anything())
})

test('E4 a viewer link opens without asking who it is, and leaves who one is on this wall as it was', async () => {
  const first = enter()
  await when(first, 'asking')
  await first.join(AMINA)
  answers.look = { title: 'Coral week', language: 'en', role: 'viewer', countries: [] }
  const screen = enter({ key: KEYS.viewer })
  await when(screen, 'open')
  expect(openSession).toHaveBeenLastCalledWith({ wallId: 'wall', key: KEYS.viewer, role: 'viewer' }, expect.anything())
  await when(enter(), 'open')
})

test.each([
  [401, 'link_invalid', 'linkInvalid'],
  [404, 'not_found', 'noSuchWall'],
  [410, 'erased', 'erased'],
  [429, 'too_many', 'tooMany'],
  [500, 'internal', 'server'],
])('E1 a refusal %i %s has its own page: %s', async (status, code, why) => {
  answers.look = { status, error: { code, message: '' } }
  const entry = enter()
  await when(entry, 'refused')
  expect(entry.store.getState()).toEqual({ is: 'refused', why })
})

test('R70 a wall that was erased leaves nothing on the device that finds out; one that a server does not know stays', async () => {
  for (const { status, code, left } of [{ status: 404, code: 'not_found', left: ['pollinate.draft.wall', 'pollinate.walls'] }, { status: 410, code: 'erased', left: [] }]) {
    localStorage.setItem('pollinate.draft.wall', 'begun')
    localStorage.setItem('pollinate.draft.wall2', 'of another wall')
    rememberWall({ id: 'wall' as WallId, title: 'Coral week', role: 'participant', openedAt: 0, keys: {} })
    answers.look = { status, error: { code, message: '' } }
    await when(enter(), 'refused')
    await vi.waitUntil(() => Object.keys(localStorage).filter((key) => key !== 'pollinate.draft.wall2' && localStorage.getItem(key) !== '[]').length === left.length, { interval: 1 })
    expect(localStorage.getItem('pollinate.draft.wall2')).toBe('of another wall')
  }
})

test('E5 a first visit without a line says so, and goes on by itself when the line is back', async () => {
  const { look } = answers
  answers = {}
  const entry = enter()
  await when(entry, 'refused')
  expect(entry.store.getState()).toEqual({ is: 'refused', why: 'offline' })
  answers = { look }
  online.dispatchEvent(new Event('online'))
  await when(entry, 'asking')
})

test('E3 a join that fails keeps what was typed, and says why', async () => {
  answers.join = { status: 429, error: { code: 'too_many', message: '' } }
  const entry = enter()
  await when(entry, 'asking')
  await entry.join(AMINA)
  expect(entry.store.getState()).toMatchObject({ is: 'asking', known: AMINA, isJoining: false, refusal: 'tooMany' })
})

const personal = { participant: 'p9' as ParticipantId, secret: 's9' }
const ownersAnswer = { role: 'participant', token: 't', ...personal, name: 'Amina', country: 'ke', institution: 'NEMC' }

test('E31 a personal link makes one the same person on a new device, and leads to one’s own page', async () => {
  answers.join = ownersAnswer
  await when(enter({ personal }), 'open')
  expect(asked.find(({ path }) => path.endsWith('/join'))?.body).toEqual({ key: KEYS.participant, ...personal })
  expect(openSession).toHaveBeenCalledWith(expect.objectContaining({ ...personal, person: { ...AMINA, institution: 'NEMC' } }), expect.anything())
  expect(useView.getState().isMyPageOpen).toBe(true)
  answers = {}
  await when(enter(), 'open')
  expect(openSession).toHaveBeenLastCalledWith(expect.objectContaining(personal), expect.anything())
})

test('E31 on the device of somebody else it is asked as whom one goes on', async () => {
  const first = enter()
  await when(first, 'asking')
  await first.join({ ...AMINA, name: 'Bo', country: 'fj' })
  answers.join = ownersAnswer
  const entry = enter({ personal })
  await when(entry, 'choosing')
  expect(openSession).toHaveBeenCalledTimes(1)
  entry.choose('known')
  await when(entry, 'open')
  expect(openSession).toHaveBeenLastCalledWith(expect.objectContaining({ participant: 'p1', secret: 's1' }), expect.anything())
  const again = enter({ personal })
  await when(again, 'choosing')
  again.choose('owner')
  await when(again, 'open')
  expect(openSession).toHaveBeenLastCalledWith(expect.objectContaining({ ...personal, person: { ...AMINA, institution: 'NEMC' } }), expect.anything())
  answers = {}
  await when(enter(), 'open')
  expect(openSession, 'and later visits are the owner’s, by name too').toHaveBeenLastCalledWith(expect.objectContaining({ ...personal, person: { ...AMINA, institution: 'NEMC' } }), expect.anything())
})
