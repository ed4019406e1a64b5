import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { can } from '#shared/permissions/can.ts'
import type { Role } from '#shared/permissions/roles.ts'
import type { CloseName } from '#shared/protocol/closeCodes.ts'
import type { Refusal } from '#shared/protocol/refusals.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId, WallId } from '#shared/wall/ids.ts'
import { ROOT, type Person, type Wall } from '#shared/wall/schema.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import { changesHeldBack } from './changesHeldBack.ts'
import { createUndo } from './createUndo.ts'
import { createPass } from './createPass.ts'
import { forgetPerson, rememberedWall, rememberWall, type DevicePerson } from './device.ts'
import { isOwnPlace } from './isOwnPlace.ts'
import { keepCopy } from './keepCopy.ts'
import { keepLine, type Connection } from './keepLine.ts'
import { onOthers, presenceState, type Presence } from './presence.ts'
import { askForSign, createRelay, setToken } from './relay.ts'
import { createSaveTracker } from './saveTracker.ts'

export interface SessionState {
  readonly wall: Wall
  /** The last change of the wall was made here; else it came from the server or from this device's copy. */
  readonly isOwnChange: boolean
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

/** Letters typed within this time are one step of undo. */
const TYPING_MS = 800
const READ_MS = 2000
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
  let broughtAlong: Uint8Array | undefined
  const me = participant && person ? { id: participant, name: person.name, country: person.country, institution: person.institution } : undefined
  const undo = createUndo(doc, origin, TYPING_MS)

  const listeners = new Set<NotesListener>()
  const following = watchWall(doc, ({ wall, notes, isOwn }) => {
    const { erased } = store.getState().wall.settings
    store.setState({ wall, isOwnChange: isOwn })
    // The copy is a log: what was erased from the wall still stands in it.
    if (wall.settings.erased !== erased && kept.isRead) session.replaceCopy()
    if (notes.size > 0) for (const listener of listeners) listener(notes, isOwn)
  })
  const store = createStore<SessionState>(() => ({
    wall: following.wall,
    isOwnChange: false,
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
    kept.noteWaiting(tracker.waiting)
  }
  const sign = setInterval(() => {
    if (tracker.waiting > 0 && store.getState().connection.is === 'open') askForSign(provider)
  }, SIGN_MS)
  const trackSent = (update: Uint8Array, from: unknown): void => {
    if (from === origin || from === undo) tracker.sent(update)
  }
  doc.on('update', trackSent)
  doc.on('afterAllTransactions', tellWaiting)

  const kept = keepCopy({ wallId, participant, role }, doc, isAnew, (keptHere) => store.setState({ keptHere }))
  const copyRead = kept.read.then((isThere) => {
    if (!isThere) return
    tracker.resumed(doc, kept.owed)
    tellWaiting()
    // An empty copy is a first visit: only the server can say what is on the wall.
    store.setState(({ loaded }) => ({ loaded: loaded || doc.getMap(ROOT.settings).size > 0 }))
  })

  const pass = createPass(
    { wallId, key, participant, secret },
    { given, onToken: (token) => setToken(provider, token), onEnd: (why) => endFor(why) },
  )

  const line = keepLine({
    provider,
    pass,
    connection: () => store.getState().connection,
    onConnection: (connection) => store.setState({ connection }),
    onSync() {
      tracker.startsTaking()
      tellWaiting()
      store.setState({ connection: { is: 'open' }, loaded: true })
      greet()
    },
    onEnd: (why) => endFor(why),
  })

  function endFor(why: CloseName): void {
    store.setState({ connection: { is: 'closed', why } })
    // It is told; the page shows the wall until it is left.
    if (why === 'erased') void kept.forget()
    if (why === 'personErased') void forgetMe()
  }

  async function forgetMe(): Promise<void> {
    await kept.forget()
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
  onOthers(awareness, (others) => store.setState({ others }))

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
    token: () => pass.token(),
    hangUp: () => line.hangUp(),
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
    replaceCopy: () => void kept.replace(tracker.waiting),
    forgetMe,
    close() {
      line.close()
      clearInterval(sign)
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
    if (!update || doc.isDestroyed || store.getState().loaded) return
    // Read once more only for what waits: where nothing does, what the server says as the line opens is early enough.
    if (tracker.waiting > 0) tracker.serverSent(update)
    // Whoever listens to updates would have all of it written out once more, in the form in which it has just come.
    const listening = [trackSent, provider._updateHandler]
    for (const listener of listening) doc.off('update', listener)
    try {
      kept.take(update, () => Y.applyUpdate(doc, update))
    } finally {
      for (const listener of listening) doc.on('update', listener)
    }
    store.setState({ loaded: true })
  })
  // What an earlier visit owes is known before the server speaks, or its receipt would be missed; and what is on its way already
  // is not sent once more. A browser whose storage does not answer waits no longer than this.
  const read = Promise.all([copyRead, boardRead])
  void Promise.race([read, new Promise((resolve) => setTimeout(resolve, READ_MS))]).then(() => line.connect(), () => line.connect())
  return session
}
