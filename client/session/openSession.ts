import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { can } from '#shared/permissions/can.ts'
import type { Role } from '#shared/permissions/roles.ts'
import { closeNameOf, type CloseName } from '#shared/protocol/closeCodes.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId, WallId } from '#shared/wall/ids.ts'
import { ROOT, type Person, type Wall } from '#shared/wall/schema.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import { joinWall } from './api.ts'
import { changesHeldBack } from './changesHeldBack.ts'
import { createUndo } from './createUndo.ts'
import { forgetPerson, rememberedWall, rememberWall, type DevicePerson } from './device.ts'
import { forgetOnDevice } from './forgetOnDevice.ts'
import { openCopy, replaceCopy, storedWaiting, storeWaiting } from './deviceCopy.ts'
import { isOwnPlace } from './isOwnPlace.ts'
import { othersHere, presenceState, type Presence } from './presence.ts'
import { askForSign, createRelay, setToken } from './relay.ts'
import { createSaveTracker } from './saveTracker.ts'

/** `closed`: the server ended it for good, and why; everything else comes back by itself. */
export type Connection =
  | { is: 'connecting' | 'open' }
  /** `why`: the server's word, when it had one. */
  | { is: 'offline'; why?: CloseName }
  | { is: 'closed'; why: CloseName }

export interface SessionState {
  readonly wall: Wall
  readonly connection: Connection
  /** The wall has been read from the server, or from this device; before that an empty wall means nothing. */
  readonly loaded: boolean
  /** Own edits that the server has not stored yet. */
  readonly waiting: number
  /** Why they wait although the line is open: the wall is locked, or the server speaks and does not store. */
  readonly heldBy: 'lock' | 'server' | undefined
  /** Why changes were not taken. This document is then no longer the server's: see `startAfresh`. */
  readonly refused: ReadonlySet<Refusal>
  /** Whether this device keeps a copy; not in some private windows. */
  readonly keptHere: boolean
  readonly others: ReadonlyMap<number, Presence>
}

/** @param isOwn it was changed here; else it came from the server or from this device's copy */
export type NotesListener = (ids: ReadonlySet<NoteId>, isOwn: boolean) => void

export interface Session {
  readonly wallId: WallId
  readonly role: Role
  /** The key of the link that was opened; the link page and the QR codes need it. */
  readonly key: string
  /** Who I am on this wall; viewers are nobody. */
  readonly me: Person | undefined
  readonly store: StoreApi<SessionState>
  readonly doc: Y.Doc
  /** Mine only, and only what is on the wall: commitments to others are not undone by a keystroke. */
  readonly undo: Y.UndoManager
  /** Makes these edits, as one step. `false`, and nothing done, when the wall no longer allows one of them. */
  commit(edits: readonly Edit[]): boolean
  /** Tells which notes came, changed or left, after each change of the wall. Gives back how to stop listening. */
  onNotes(listener: NotesListener): () => void
  setPresence(presence: Partial<Omit<Presence, 'participant'>>): void
  /** A fresh token, for requests on behalf of this person. */
  token(): Promise<string | undefined>
  /** Ends the line for good. Resolves when the server has read all that was sent. */
  hangUp(): Promise<void>
  /** Brings along what another session of the same person holds and the server has not judged yet: it is sent from here. */
  takeOver(old: Session): void
  /** What was brought along so far, as an update of Yjs. */
  broughtAlong(): Uint8Array | undefined
  /** Puts this document in the place of what this device has kept so far. */
  replaceCopy(): void
  /** Takes the wall off this device, with who one was on it. */
  forgetMe(): Promise<void>
  close(): void
}

/** Tokens live an hour; one this old is replaced before it is needed. */
const TOKEN_FRESH_MS = 40 * 60_000
const RETRY_MS = 3000
/** Letters typed within this time are one step of undo. */
const TYPING_MS = 800
const READ_MS = 2000
const GOODBYE_MS = 3000
/** How often the server is asked whether it is there, while edits wait. */
const SIGN_MS = 5000

/** What is at hand already when a session is opened. */
export interface AtHand {
  /** Nothing is read from this device's copy. */
  readonly isAnew?: boolean
  /** Fresh from the server. */
  readonly token?: string
  /** The wall as the server had it a moment ago, as an update of Yjs; `undefined` when it did not come. */
  readonly board?: Promise<Uint8Array | undefined>
}

export interface Admission {
  wallId: WallId
  key: string
  role: Role
  participant?: ParticipantId
  secret?: string
  person?: DevicePerson
}

/**
 * Opens a wall for somebody who has joined it. Works at once from this device's copy; the line to the server comes and
 * goes by itself, and the store tells in which state it is.
 * @param isAnew nothing of this device's copy is used: only the server can say what is on the wall
 */
export function openSession({ wallId, key, role, participant, secret, person }: Admission, { isAnew = false, token: given, board }: AtHand = {}): Session {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const tracker = createSaveTracker(() => performance.now())
  const provider = createRelay(location, wallId, doc, awareness, {
    serverHas: (stateVector) => tracker.serverHas(stateVector),
    serverSent: (update) => tracker.serverSent(update),
    refused(why) {
      store.setState(({ refused }) => ({ refused: new Set([...refused, why]) }))
    },
    heard() {
      tracker.heard()
      tellWaiting()
    },
  })
  const origin = { participant }
  const owner = { wallId, participant, role }
  let broughtAlong: Uint8Array | undefined
  const me = participant && person ? { id: participant, name: person.name, country: person.country, institution: person.institution } : undefined
  const undo = createUndo(doc, origin, TYPING_MS)

  const listeners = new Set<NotesListener>()
  const following = watchWall(doc, ({ wall, notes, isOwn }) => {
    const { erased } = store.getState().wall.settings
    store.setState({ wall })
    // The copy is a log: what was erased from the wall still stands in it.
    if (wall.settings.erased !== erased && copy?.synced) session.replaceCopy()
    if (notes.size > 0) for (const listener of listeners) listener(notes, isOwn)
  })
  const store = createStore<SessionState>(() => ({
    wall: following.wall,
    connection: { is: 'connecting' },
    loaded: false,
    waiting: 0,
    heldBy: undefined,
    refused: new Set(),
    keptHere: false,
    others: new Map(),
  }))

  const tellWaiting = (): void => {
    const { wall, waiting, heldBy } = store.getState()
    const isLocked = role !== 'facilitator' && wall.settings.locked !== undefined
    if (heldBy === 'lock' && !isLocked) tracker.startsTaking()
    const held = isLocked ? 'lock' : tracker.isStuck ? 'server' : undefined
    if (held !== heldBy) store.setState({ heldBy: held })
    if (waiting === tracker.waiting) return
    store.setState({ waiting: tracker.waiting })
    if (!isForgotten) storeWaiting(owner, tracker.waiting)
  }
  const sign = setInterval(() => {
    if (tracker.waiting > 0 && store.getState().connection.is === 'open') askForSign(provider)
  }, SIGN_MS)
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from === origin || from === undo) tracker.sent(update)
  })
  doc.on('afterAllTransactions', tellWaiting)

  // Read before this visit writes its own number there.
  const owed = storedWaiting(owner)
  let copy = role === 'viewer' || isAnew ? undefined : openCopy(owner, doc)
  if (copy) storeWaiting(owner, owed)
  copy?.whenSynced.then(
    () => {
      tracker.resumed(doc, owed)
      tellWaiting()
      // An empty copy is a first visit: only the server can say what is on the wall.
      store.setState((state) => ({ keptHere: true, loaded: state.loaded || doc.getMap(ROOT.settings).size > 0 }))
    },
    () => store.setState({ keptHere: false }),
  )

  let closed = false
  /** The wall, or who this is on it, was erased, and nothing of it is kept here any more. */
  let isForgotten = false
  let hasHungUp = false
  let tokenAt = given === undefined ? -Infinity : Date.now()
  let token = given
  if (token !== undefined) setToken(provider, token)
  let retry: ReturnType<typeof setTimeout> | undefined

  async function freshToken(): Promise<string | undefined> {
    if (Date.now() - tokenAt < TOKEN_FRESH_MS) return token
    const answer = await joinWall(wallId, { key, participant, secret })
    if (answer.ok) {
      token = answer.value.token
      tokenAt = Date.now()
      setToken(provider, token)
      return token
    }
    if (answer.refusal === 'offline' || answer.refusal === 'too_many' || answer.refusal === 'internal' || answer.refusal === 'not_saved') return undefined
    const { refusal } = answer
    endFor(refusal === 'not_found' ? 'noSuchWall' : refusal === 'unknown_person' ? 'personErased' : refusal === 'removed' || refusal === 'erased' ? refusal : 'linkInvalid')
    return undefined
  }
  async function connect(): Promise<void> {
    clearTimeout(retry)
    if (closed || hasHungUp) return // while this device's copy was being read
    const opened = await freshToken()
    if (closed || hasHungUp || store.getState().connection.is === 'closed') return
    if (opened !== undefined) {
      provider.connect()
      return
    }
    store.setState({ connection: { is: 'offline' } })
    retry = setTimeout(() => void connect(), RETRY_MS)
  }

  provider.on('status', ({ status }) => {
    if (closed || store.getState().connection.is === 'closed') return
    // Why is known already, from the connection that was closed.
    if (status === 'disconnected' && store.getState().connection.is !== 'offline') store.setState({ connection: { is: 'offline' } })
  })
  // A failed attempt: the provider tries again by itself, with a token that may have grown old meanwhile.
  provider.on('connection-close', (event) => {
    if (closed || store.getState().connection.is === 'closed') return
    store.setState({ connection: { is: 'offline', why: event ? closeNameOf(event.code, event.reason) : undefined } })
    if (Date.now() - tokenAt >= TOKEN_FRESH_MS) void freshToken()
  })
  provider.on('sync', (synced) => {
    if (!synced || closed) return
    tracker.startsTaking()
    tellWaiting()
    store.setState({ connection: { is: 'open' }, loaded: true })
    greet()
  })
  provider.on('closed', ({ code, reason }) => {
    const why = closeNameOf(code, reason) ?? 'notAllowed'
    // The token may have run out while the device slept: the link itself is asked once more before giving up.
    if (why === 'linkInvalid' && Date.now() - tokenAt > 5000) {
      tokenAt = -Infinity
      void connect()
      return
    }
    endFor(why)
  })

  function endFor(why: CloseName): void {
    store.setState({ connection: { is: 'closed', why } })
    // It is told; the page shows the wall until it is left.
    if (why === 'erased') void forget()
    if (why === 'personErased') void forgetMe()
  }

  async function forget(): Promise<void> {
    if (isForgotten) return
    isForgotten = true
    store.setState({ keptHere: false })
    await copy?.destroy()
    await forgetOnDevice(wallId)
  }

  async function forgetMe(): Promise<void> {
    await forget()
    forgetPerson()
  }

  function greet(): void {
    if (!me) return
    const { people, settings } = store.getState().wall
    const known = people.get(me.id)
    if (known && settings.anonymised) return // who was on it then is on it without a name
    if (known?.name === me.name && known.country === me.country && known.institution === me.institution) return
    session.commit([{ type: 'greet', name: me.name, country: me.country, institution: me.institution }])
  }

  let shown: Presence | undefined = participant && { participant, cursor: null, editing: null }
  awareness.setLocalState(shown ? { ...presenceState(shown) } : null)
  awareness.on('change', () => store.setState({ others: othersHere(awareness) }))

  const online = (): void => void connect()
  window.addEventListener('online', online)

  const session: Session = {
    wallId,
    role,
    key,
    me,
    store,
    doc,
    undo,
    commit(edits) {
      const { wall } = store.getState()
      if (participant === undefined || !edits.every((edit) => can(role, participant, edit, wall))) return false
      // Typing flows together into one step of undo; everything else is a step of its own.
      const typing = edits.every((edit) => edit.type === 'spliceText')
      if (!typing) undo.stopCapturing()
      applyEdits(doc, edits, { participant, now: Date.now(), origin })
      if (!typing) undo.stopCapturing()
      return true
    },
    onNotes(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setPresence(presence) {
      if (!shown) return
      shown = { ...shown, ...presence }
      awareness.setLocalState({ ...presenceState(shown) })
    },
    token: freshToken,
    async hangUp() {
      hasHungUp = true
      const { ws } = provider
      const isOver = new Promise((resolve) => (ws ? ws.addEventListener('close', resolve) : resolve(undefined)))
      provider.disconnect()
      store.setState({ connection: { is: 'connecting' } })
      // The server answers a goodbye after all that came before it. Where the line is gone it will not.
      await Promise.race([isOver, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS))])
    },
    takeOver(old) {
      const before = old.broughtAlong()
      // Whose power over others' notes was refused has none.
      const power = old.store.getState().refused.has('notYours') ? 'participant' : role
      const held = changesHeldBack(old.doc, doc, (place) => isOwnPlace(doc, power, participant, place), before)
      broughtAlong = held && before ? Y.mergeUpdates([before, held]) : (held ?? before)
      if (held) {
        Y.applyUpdate(doc, held, origin)
        // Made before this document was there: not a step of it.
        undo.clear()
      }
    },
    broughtAlong: () => broughtAlong,
    replaceCopy() {
      if (isForgotten) return
      storeWaiting(owner, tracker.waiting)
      // Two that keep the same document would keep all of it twice.
      void Promise.resolve(copy?.destroy())
        .then(() => replaceCopy(owner, doc))
        .then(() => {
          if (!closed && !isForgotten) copy = openCopy(owner, doc)
          return copy?.whenSynced
        })
        .then((kept) => store.setState({ keptHere: kept !== undefined }), () => store.setState({ keptHere: false }))
    },
    forgetMe,
    close() {
      closed = true
      clearTimeout(retry)
      clearInterval(sign)
      window.removeEventListener('online', online)
      following.stop()
      undo.destroy()
      provider.destroy()
      awareness.destroy()
      doc.destroy() // closes the device's copy too
    },
  }

  const known = rememberedWall(wallId)
  rememberWall({ title: '', ...known, id: wallId, role, openedAt: Date.now(), keys: { [role]: key }, participant, secret, person: undefined })
  const boardRead = board?.then((update) => {
    if (!update || closed || store.getState().loaded) return
    tracker.serverSent(update)
    Y.applyUpdate(doc, update)
    store.setState({ loaded: true })
  })
  // What an earlier visit owes is known before the server speaks, or its receipt would be missed; and what is on its way already
  // is not sent once more. A browser whose storage does not answer waits no longer than this.
  const read = Promise.all([copy?.whenSynced, boardRead])
  void Promise.race([read, new Promise((resolve) => setTimeout(resolve, READ_MS))]).then(connect, connect)
  return session
}
