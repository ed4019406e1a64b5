import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Role } from '#shared/permissions/roles.ts'
import type { Joined, JoinWall, WallLook } from '#shared/protocol/api.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { suggestLanguage } from '../i18n/setUpI18n.ts'
import { joinWall, lookAtWall, readBoard, type Answer, type Refusal } from '../session/api.ts'
import { rememberedPerson, rememberedWall, rememberPerson, rememberWall, type DevicePerson } from '../session/device.ts'
import type { LostChange, NotTaken } from '../session/changesNotTaken.ts'
import { storedNotTaken, storeNotTaken } from '../session/notTakenHere.ts'
import type { Admission, AtHand, Session } from '../session/openSession.ts'
import { showMyPage } from '../state/viewStore.ts'
import type { WallLink } from './parseLink.ts'

interface Who {
  readonly participant: ParticipantId
  readonly secret?: string
  readonly person: DevicePerson
}

/** Why a wall could not be entered; each has its own page. */
export type EntryProblem = 'linkInvalid' | 'noSuchWall' | 'erased' | 'offline' | 'tooMany' | 'server'

interface Asking {
  readonly is: 'asking'
  readonly look: WallLook
  readonly known: DevicePerson
  readonly isJoining: boolean
  readonly refusal?: EntryProblem
}

/** What the server was asked for by somebody who comes in. */
interface Coming {
  readonly answer: Promise<Answer<Joined>>
  readonly board: Promise<Uint8Array | undefined>
}

type EntryState =
  | { readonly is: 'looking' }
  /** The form is shown. `refusal` is why the last try did not succeed. */
  | Asking
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

  /** @param atHand what came from the server on the way here */
  async function open(role: Role, who?: Who, atHand: AtHand = {}): Promise<void> {
    const loaded = await loading.catch(loadSession).catch(() => undefined)
    if (isClosed) return
    if (!loaded) return set({ is: 'refused', why: 'offline' })
    // Their own link leads to what is theirs.
    if (who && who.participant === personal?.participant) showMyPage(true)
    const admission = { wallId, key, role, ...who }
    show(loaded.openSession(admission, atHand), admission)
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

  /** Asks to come in, and for the wall at the same time: it is there sooner than the line to it is open. */
  const come = (who: Omit<JoinWall, 'key'>): Coming => ({ board: readBoard(wallId, key), answer: joinWall(wallId, { key, ...who }) })

  async function look(): Promise<void> {
    set({ is: 'looking' })
    const known = whoIsKnown()
    const owner = personal && known?.participant !== personal.participant ? personal : undefined
    const guest = !known && invited?.country !== undefined ? { name: invited.name, country: invited.country, institution: '', contact: '' } : undefined
    // Whoever has a link of their own need not be asked: they do not wait for one answer to ask for the next.
    const who = owner ?? guest
    const coming = who && come(who)
    const answer = await lookAtWall(wallId, key)
    if (isClosed) return
    if (!answer.ok) return refuse(answer.refusal)
    const { role, title, language } = answer.value
    await suggestLanguage(language, role === 'viewer')
    if (isClosed) return
    remember(role, title)
    if (role === 'viewer') return open(role, undefined, { board: coming?.board ?? readBoard(wallId, key) })
    if (owner && coming) return comeAsOwner(role, known, coming)
    if (known) return open(role, known)
    const { name = '', country = '', institution = '', contact = '' }: Partial<DevicePerson> = (invited ? { name: invited.name, country: invited.country ?? '' } : rememberedPerson()) ?? {}
    const asking: Asking = { is: 'asking', look: answer.value, known: { name, country, institution, contact }, isJoining: false }
    if (guest && coming) return goIn(guest, coming, asking)
    set(asking)
  }

  async function join(person: DevicePerson, consent = false): Promise<void> {
    const state = store.getState()
    if (state.is !== 'asking' || state.isJoining) return
    const asking: Asking = { ...state, known: person, refusal: undefined }
    set({ ...asking, isJoining: true })
    await goIn(person, come({ ...person, ...(consent && { consent }) }), asking)
  }

  /** @param asking what is shown when the server says no */
  async function goIn(person: DevicePerson, { answer, board }: Coming, asking: Asking): Promise<void> {
    const said = await answer
    if (isClosed) return
    if (!said.ok && said.refusal === 'erased') return refuse(said.refusal)
    if (!said.ok) return set({ ...asking, refusal: problemOf(said.refusal) })
    const { role, participant, secret, token } = said.value
    rememberPerson(person)
    await open(role, participant && { participant, secret, person }, { token, board })
  }

  /** The server knows who the owner of a personal link is. */
  async function comeAsOwner(role: Role, known: Who | undefined, { answer, board }: Coming): Promise<void> {
    const said = await answer
    if (isClosed) return
    if (!said.ok) return refuse(said.refusal)
    const { participant, secret, token, name = '', country = '', institution = '' } = said.value
    if (participant === undefined) return void open(role)
    const owner = { participant, secret, person: { name, country, institution, contact: '' } }
    if (known) set({ is: 'choosing', role, owner, known })
    else goOnAs(role, owner, { token, board })
  }

  function goOnAs(role: Role, owner: Who, atHand?: AtHand): void {
    const user = rememberedPerson()
    if (!user) rememberPerson(owner.person)
    const { participant, secret } = owner
    rememberWall({ title: '', ...rememberedWall(wallId), id: wallId, role, openedAt: Date.now(), keys: { [role]: key }, participant, secret, person: user && owner.person })
    void open(role, owner, atHand)
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
    if (keys.viewer === key) return void open('viewer', undefined, { board: readBoard(wallId, key) })
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
