import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Role } from '#shared/permissions/roles.ts'
import type { WallLook } from '#shared/protocol/api.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { suggestLanguage } from '../i18n/setUpI18n.ts'
import { joinWall, lookAtWall, type Refusal } from '../session/api.ts'
import { rememberedPerson, rememberedWall, rememberPerson, rememberWall, type DevicePerson } from '../session/device.ts'
import type { LostChange, NotTaken } from '../session/changesNotTaken.ts'
import { storedNotTaken, storeNotTaken } from '../session/notTakenHere.ts'
import type { Admission, Session } from '../session/openSession.ts'
import { showMyPage } from '../state/viewStore.ts'
import type { WallLink } from './parseLink.ts'

interface Who {
  readonly participant: ParticipantId
  readonly secret?: string
  readonly person: DevicePerson
}

/** Why a wall could not be entered; each has its own page. */
export type EntryProblem = 'linkInvalid' | 'noSuchWall' | 'erased' | 'offline' | 'tooMany' | 'server'

type EntryState =
  | { readonly is: 'looking' }
  /** The form is shown. `refusal` is why the last try did not succeed. */
  | { readonly is: 'asking'; readonly look: WallLook; readonly known: DevicePerson; readonly isJoining: boolean; readonly refusal?: EntryProblem }
  /** Somebody's own link was opened on the device of somebody else: as whom do they go on? */
  | { readonly is: 'choosing'; readonly role: Role; readonly owner: Who; readonly known: Who }
  /** `notTaken`: what the server refused, until it has been put away. */
  | { readonly is: 'open'; readonly session: Session; readonly notTaken?: NotTaken }
  | { readonly is: 'refused'; readonly why: EntryProblem }

export interface Entry {
  readonly store: StoreApi<EntryState>
  /** Whether somebody will be asked who they are, as far as this device can tell. */
  readonly asksName: boolean
  /** @param consent that the organiser's record carries the contact */
  join(person: DevicePerson, consent?: boolean): Promise<void>
  /** Goes on as the owner of the personal link, or as who was known here before. */
  choose(who: 'owner' | 'known'): void
  retry(): void
  /** What was not taken has been read. */
  putAway(): void
  close(): void
}

/** Documents and the line to the server are not needed to ask who comes in: they come meanwhile. */
const loadSession = async () => {
  const [{ openSession }, { startAfresh }] = await Promise.all([import('../session/openSession.ts'), import('../session/startAfresh.ts')])
  return { openSession, startAfresh }
}

/**
 * The way from a link to an open wall. Who is known on the wall goes in at once, from this device's copy and without
 * asking the server; a viewer too; whoever has a personal invitation joins by it; their own link makes somebody the same
 * person on any device; everybody else is asked once.
 */
export function enterWall({ wallId, key, invited, personal }: WallLink): Entry {
  const store = createStore<EntryState>(() => ({ is: 'looking' }))
  const set = (state: EntryState): void => store.setState(state, true)
  const loading = loadSession()
  loading.catch(() => undefined) // asked for again when it is needed
  let isClosed = false
  let notTaken = storedNotTaken(wallId)

  async function open(role: Role, who?: Who): Promise<void> {
    const loaded = await loading.catch(loadSession).catch(() => undefined)
    if (isClosed) return
    if (!loaded) return set({ is: 'refused', why: 'offline' })
    // Their own link leads to what is theirs.
    if (who && who.participant === personal?.participant) showMyPage(true)
    const admission = { wallId, key, role, ...who }
    show(loaded.openSession(admission), admission)
  }

  function show(session: Session, admission: Admission): void {
    session.store.subscribe(({ wall: { settings }, refused }, before) => {
      const known = settings.title !== before.wall.settings.title ? rememberedWall(wallId) : undefined
      if (known && settings.title) rememberWall({ ...known, title: settings.title })
      if (refused.size > 0 && before.refused.size === 0) void replace(session, admission)
    })
    set({ is: 'open', session, notTaken })
  }

  async function replace(session: Session, admission: Admission): Promise<void> {
    const { startAfresh } = await loading.catch(loadSession)
    const fresh = await startAfresh(session, admission, ({ why, changes }) => {
      // What came before and is still to be read stays; a page that was closed on the way brings the same once more.
      const before = notTaken?.changes ?? []
      const isKnown = ({ what, name, text }: LostChange): boolean => before.some((other) => other.what === what && other.name === name && other.text === text)
      notTaken = { why: [...new Set([...(notTaken?.why ?? []), ...why])], changes: [...before, ...changes.filter((change) => !isKnown(change))] }
      storeNotTaken(wallId, notTaken)
    })
    if (isClosed) fresh.close()
    else show(fresh, admission)
  }

  function refuse(refusal: Refusal): void {
    set({ is: 'refused', why: problemOf(refusal) })
    if (refusal === 'erased') void forget()
  }

  /** What it takes is not fetched before it is needed; the line that brought the answer brings it too, or a later visit does. */
  async function forget(): Promise<void> {
    const loaded = await import('../session/forgetOnDevice.ts').catch(() => undefined)
    await loaded?.forgetOnDevice(wallId)
  }

  async function look(): Promise<void> {
    set({ is: 'looking' })
    const answer = await lookAtWall(wallId, key)
    if (isClosed) return
    if (!answer.ok) return refuse(answer.refusal)
    const { role, title, language } = answer.value
    await suggestLanguage(language, role === 'viewer')
    if (isClosed) return
    remember(role, title)
    const known = whoIsKnown()
    if (role === 'viewer') return open(role)
    if (personal && known?.participant !== personal.participant) return comeAsOwner(role, known)
    if (known) return open(role, known)
    const { name = '', country = '', institution = '', contact = '' } = rememberedPerson() ?? {}
    const person = invited ? { name: invited.name, country: invited.country ?? '', institution: '', contact: '' } : { name, country, institution, contact }
    set({ is: 'asking', look: answer.value, known: person, isJoining: false })
    if (invited?.country) await join(person)
  }

  async function join(person: DevicePerson, consent = false): Promise<void> {
    const state = store.getState()
    if (state.is !== 'asking' || state.isJoining) return
    set({ ...state, known: person, isJoining: true, refusal: undefined })
    const answer = await joinWall(wallId, { key, ...person, ...(consent && { consent }) })
    if (isClosed) return
    if (!answer.ok && answer.refusal === 'erased') return refuse(answer.refusal)
    if (!answer.ok) return set({ ...state, known: person, isJoining: false, refusal: problemOf(answer.refusal) })
    const { role, participant, secret } = answer.value
    rememberPerson(person)
    await open(role, participant && { participant, secret, person })
  }

  /** The server knows who the owner of a personal link is. */
  async function comeAsOwner(role: Role, known: Who | undefined): Promise<void> {
    const answer = await joinWall(wallId, { key, ...personal })
    if (isClosed) return
    if (!answer.ok) return refuse(answer.refusal)
    const { participant, secret, name = '', country = '', institution = '' } = answer.value
    if (participant === undefined) return void open(role)
    const owner = { participant, secret, person: { name, country, institution, contact: '' } }
    if (known) set({ is: 'choosing', role, owner, known })
    else goOnAs(role, owner)
  }

  function goOnAs(role: Role, owner: Who): void {
    const user = rememberedPerson()
    if (!user) rememberPerson(owner.person)
    const { participant, secret } = owner
    rememberWall({ title: '', ...rememberedWall(wallId), id: wallId, role, openedAt: Date.now(), keys: { [role]: key }, participant, secret, person: user && owner.person })
    void open(role, owner)
  }

  function remember(role: Role, title: string): void {
    rememberWall({ id: wallId, title, role, openedAt: Date.now(), keys: { [role]: key } })
  }

  /** Who this device's owner is on this wall, unless the link is somebody else's invitation. */
  function whoIsKnown(): Who | undefined {
    const { participant, secret, person = rememberedPerson() } = rememberedWall(wallId) ?? {}
    if (!person || !participant || secret === undefined) return undefined
    if (invited && invited.name.toLowerCase() !== person.name.toLowerCase()) return undefined
    return { participant, secret, person }
  }

  function start(): void {
    const keys = rememberedWall(wallId)?.keys ?? {}
    const known = whoIsKnown()
    if (keys.viewer === key) return void open('viewer')
    if (personal && known?.participant !== personal.participant) return void look()
    if (known && keys.facilitator === key) return void open('facilitator', known)
    if (known && keys.participant === key) return void open('participant', known)
    void look()
  }

  const retryIfOffline = (): void => {
    const state = store.getState()
    if (state.is === 'refused' && state.why === 'offline') void look()
  }
  window.addEventListener('online', retryIfOffline)
  const asksName = !personal && !invited?.country && !whoIsKnown() && rememberedWall(wallId)?.keys.viewer !== key
  start()

  return {
    store,
    asksName,
    join,
    choose(who) {
      const state = store.getState()
      if (state.is !== 'choosing') return
      if (who === 'owner') goOnAs(state.role, state.owner)
      else void open(state.role, state.known)
    },
    retry: () => void look(),
    putAway() {
      const state = store.getState()
      notTaken = undefined
      storeNotTaken(wallId, undefined)
      if (state.is === 'open') set({ ...state, notTaken })
    },
    close() {
      isClosed = true
      window.removeEventListener('online', retryIfOffline)
      const state = store.getState()
      if (state.is === 'open') state.session.close()
    },
  }
}

function problemOf(refusal: Refusal): EntryProblem {
  switch (refusal) {
    case 'offline':
      return 'offline'
    case 'not_found':
      return 'noSuchWall'
    case 'erased':
      return 'erased'
    case 'link_invalid':
    case 'not_allowed':
    case 'removed':
    case 'unknown_person':
      return 'linkInvalid'
    case 'too_many':
      return 'tooMany'
    case 'bad_request':
    case 'maker_key':
    case 'too_large':
    case 'bad_file':
    case 'not_saved':
    case 'internal':
      return 'server'
  }
}
