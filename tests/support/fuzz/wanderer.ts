import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { VersionsListed } from '#shared/protocol/api.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { relayOf, stockProvider, whenSynced } from '../stockProvider.ts'
import { post } from '../wallApi.ts'
import { inventEdit, type Hand } from './inventEdit.ts'

const AUTH = 2

/** Somebody at a device with the stock provider, who writes, loses the line, changes servers and loads the page anew. */
export class Wanderer {
  readonly hand: Hand
  readonly #wall: WallId
  readonly #token: string
  #url: string
  #provider: WebsocketProvider
  /** What servers said they did not take. */
  readonly refusals: string[] = []
  /** Up to which clock what others wrote has been here, by client id: all of it was told by a server. */
  readonly seen = new Map<number, number>()

  constructor(url: string, wall: WallId, token: string, hand: Hand) {
    this.#url = url
    this.#wall = wall
    this.#token = token
    this.hand = hand
    this.#provider = this.#connect(this.#newDoc())
  }

  get doc(): Y.Doc {
    return this.#provider.doc
  }

  get url(): string {
    return this.#url
  }

  get isSynced(): boolean {
    return this.#provider.synced
  }

  whenSynced(): Promise<void> {
    return whenSynced(this.#provider)
  }

  /** The marks of everybody whose presence is shown here, by client id. */
  get marks(): ReadonlyMap<number, unknown> {
    return new Map([...this.#provider.awareness.getStates()].map(([client, state]) => [client, state.mark]))
  }

  showMark(mark: number): void {
    this.#provider.awareness.setLocalStateField('mark', mark)
  }

  write(random: () => number): void {
    const edit = inventEdit(random, readWall(this.doc), this.hand)
    if (edit) this.edit(edit)
  }

  edit(edit: Edit): void {
    applyEdits(this.doc, [edit], { participant: this.hand.participant, now: Date.now(), origin: undefined })
  }

  leave(): void {
    this.#provider.disconnect()
  }

  comeBack(): void {
    this.#provider.connect()
  }

  goTo(url: string): void {
    this.#url = url
    this.#provider.disconnect()
    this.#provider.serverUrl = relayOf(url)
    this.#provider.connect()
  }

  /** As a device that keeps no copy: what no server had is gone, and nobody has seen it. */
  loadAnew(): void {
    this.#provider.destroy()
    this.#provider = this.#connect(this.#newDoc())
  }

  /** Has a version of the wall kept; a facilitator alone is let. Nothing happens while the server is away. */
  async keepVersion(): Promise<void> {
    await this.#ask('/save')
  }

  /** Brings back one of the versions that were kept. */
  async restoreVersion(random: () => number): Promise<void> {
    const { versions = [] } = ((await this.#ask('')) ?? {}) as Partial<VersionsListed> // our own server's, typed in shared/protocol
    const version = versions[Math.floor(random() * versions.length)]?.id
    if (version !== undefined) await this.#ask('/restore', { version })
  }

  close(): void {
    this.#provider.destroy()
  }

  #connect(doc: Y.Doc): WebsocketProvider {
    const provider = stockProvider(this.#url, this.#wall, this.#token, doc)
    provider.messageHandlers[AUTH] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      this.refusals.push(decoding.readVarString(decoder))
    }
    return provider
  }

  async #ask(what: string, body: object = {}): Promise<unknown> {
    const answer = await post(this.#url, `/api/walls/${this.#wall}/versions${what}`, { token: this.#token, ...body }).catch(() => undefined) // it is away
    if (answer && answer.status !== 200) throw new Error(`The server would not: ${JSON.stringify(answer)}`)
    return answer?.body
  }

  #newDoc(): Y.Doc {
    const doc = new Y.Doc()
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) return
      for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
        if (client !== doc.clientID) this.seen.set(client, Math.max(clock, this.seen.get(client) ?? 0))
      }
    })
    return doc
  }
}
