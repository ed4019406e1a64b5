import type { IncomingMessage } from 'node:http'
import type { Doc } from 'yjs'
import type { ContactGiven, ContactsOfRecord, OwnContact } from '#shared/protocol/api.ts'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Participant, Store } from '../storage/store.ts'
import type { Doors } from './createDoors.ts'
import { HttpError } from './httpError.ts'
import { mayReach } from './mayReach.ts'
import { readBody } from './readBody.ts'
import type { Reply, Route } from './route.ts'
import { contactBody, lookBody, ownContactBody, tokenBody } from './schemas.ts'

interface ContactRouteOptions extends Pick<Doors, 'mustBeCalm' | 'mustOpen' | 'mustPass'> {
  readonly store: Store
  readonly read: <T>(wall: WallId, reader: (doc: Doc) => T) => Promise<T>
}

/** How people are reached: told to the other side of a pair, to their owner, and of those who allow it to the organiser. */
export function contactRoutes({ store, read, mustBeCalm, mustOpen, mustPass }: ContactRouteOptions): readonly Route[] {
  async function give(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token, pair, person } = await readBody(request, contactBody)
    const pass = await mustPass(wall, token)
    const isGiven = await read(pass.wall, (doc) => mayReach(readWall(doc), pair, pass.participant, person))
    if (!isGiven) throw new HttpError(403, 'not_allowed', 'A contact is for the sides of a pair and who supports it, once they have said yes to each other.')
    const participant = await store.findParticipant(pass.wall, person as ParticipantId) // a side or supporter, as was just found
    return { status: 200, body: { contact: participant?.contact ?? '' } satisfies ContactGiven }
  }

  async function showOwn(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token } = await readBody(request, tokenBody)
    const { id, person } = await mustBeSomebody(wall, token)
    return { status: 200, body: ownContact(await store.findParticipant(id, person)) }
  }

  async function setOwn(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { token, contact, consent } = await readBody(request, ownContactBody)
    const { id, person } = await mustBeSomebody(wall, token)
    await store.saveContact(id, person, contact, consentTo(contact, consent, await store.findParticipant(id, person)))
    return { status: 200, body: ownContact(await store.findParticipant(id, person)) }
  }

  async function listOpen(request: IncomingMessage, [wall]: readonly string[]): Promise<Reply> {
    const { key } = await readBody(request, lookBody)
    const { id, link } = await mustOpen(request, wall, key)
    if (link.role !== 'facilitator') throw new HttpError(403, 'not_allowed', 'Contacts are in the record of a facilitator alone.')
    const contacts = (await store.openContacts(id)).map(({ id: participant, ...rest }) => ({ participant, ...rest }))
    return { status: 200, body: { contacts } satisfies ContactsOfRecord }
  }

  async function mustBeSomebody(wall: string | undefined, token: string): Promise<{ id: WallId; person: ParticipantId }> {
    const { wall: id, participant } = await mustPass(wall, token)
    if (participant === undefined) throw new HttpError(403, 'not_allowed', 'Who looks on only has left no contact.')
    return { id, person: participant }
  }

  const post = (what: string, handle: Route['handle']): Route => ({
    method: 'POST',
    path: new RegExp(`^/api/walls/([^/]+)/${what}$`),
    handle(request, groups) {
      mustBeCalm(request)
      return handle(request, groups)
    },
  })
  return [post('contact', give), post('own-contact', showOwn), post('own-contact/set', setOwn), post('contacts', listOpen)]
}

/** When it was allowed: consent is to one contact, so that another one is asked anew. */
export function consentTo(contact: string, isGiven: boolean, before: Participant | undefined): number | undefined {
  if (!isGiven || contact === '') return undefined
  return (before?.contact === contact ? before.consentedAt : undefined) ?? Date.now()
}

const ownContact = (person: Participant | undefined): OwnContact => ({ contact: person?.contact ?? '', consentedAt: person?.consentedAt ?? null })
