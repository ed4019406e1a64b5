import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ContactsOfRecord } from '#shared/protocol/api.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post } from '../support/wallApi.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const [need, offer] = ['need-1' as NoteId, 'offer-1' as NoteId]
const pair = pairIdOf(need, offer)

/** Amina of Kenya needs, Luis of Peru offers, Dina of Denmark is a third, Eve means no good; Fatou facilitates. */
async function startWorkshop() {
  const wall = await makeWall(server.url)
  const enter = async (name: string, country: string, key = wall.keys.participant) => {
    const { participant, token } = await join(server.url, wall.id, { key, name, country, contact: `${name}@example.org` })
    if (participant === undefined) throw new Error('A viewer is nobody.')
    const line = stockProvider(server.url, wall.id, token)
    await whenSynced(line)
    return { name, participant, token, line }
  }
  type Person = Awaited<ReturnType<typeof enter>>
  const [amina, luis, dina, eve] = await Promise.all([enter('amina', 'ke'), enter('luis', 'pe'), enter('dina', 'dk'), enter('eve', 'fj')])
  const fatou = await enter('fatou', 'sn', wall.keys.facilitator)
  const people = [amina, luis, dina, eve, fatou]

  /** Waits until the server has all that this person has sent. */
  const settle = async ({ line: { doc } }: Person): Promise<void> => {
    const check = stockProvider(server.url, wall.id, fatou.token)
    const wanted = Y.getState(doc.store, doc.clientID)
    await whenDoc(check.doc, ({ store }) => Y.getState(store, doc.clientID) === wanted)
    check.destroy()
  }
  let now = 0
  const act = async (person: Person, ...edits: Edit[]): Promise<number> => {
    applyEdits(person.line.doc, edits, { participant: person.participant, now: ++now, origin: undefined })
    await settle(person)
    return now
  }
  /** Who is told whose contact at this moment, as "who>whose". */
  const told = async (): Promise<string[]> => {
    const found: string[] = []
    for (const one of people) {
      for (const other of people) {
        const { status, body } = await post(server.url, `/api/walls/${wall.id}/contact`, { token: one.token, pair, person: other.participant })
        if (status !== 200) continue
        expect(body).toEqual({ contact: `${other.name}@example.org` })
        found.push(`${one.name}>${other.name}`)
      }
    }
    return found.sort()
  }
  const note = { at: [0, 0] as const, text: 'Seagrass', lang: 'en', type: 'placeNote' as const }
  await act(amina, { ...note, id: need, kind: 'need', name: 'amina', country: 'ke' })
  await act(luis, { ...note, id: offer, kind: 'offer', name: 'luis', country: 'pe' })
  const leave = (): void => {
    for (const { line } of people) {
      expect(JSON.stringify(line.doc.toJSON())).not.toContain('example.org')
      line.destroy()
    }
  }
  return { amina, luis, dina, eve, fatou, act, settle, told, leave }
}

const BOTH = ['amina>luis', 'luis>amina']
const accept = (supporter: ParticipantId, to: number, accepted = true): Edit => ({ type: 'answerSupport', pair, supporter, to, accepted })

test('D9 no contact is given for a suggestion, an interest or an answer that comes later: only for a yes of both', async () => {
  const { amina, luis, fatou, act, told, leave } = await startWorkshop()
  const suggested = await act(fatou, { type: 'suggestPair', pair, line: 'You two!' })
  await act(luis, { type: 'answerLater', pair, side: 'offer', to: suggested })
  expect(await told()).toEqual([])
  const asked = await act(amina, { type: 'showInterest', pair, side: 'need', line: '' })
  await act(luis, { type: 'answerLater', pair, side: 'offer', to: asked })
  expect(await told()).toEqual([])
  await act(luis, { type: 'answerInterest', pair, side: 'offer', to: asked, accepted: true, line: '' })
  expect(await told()).toEqual(BOTH)
  leave()
})

test('D9 a supporter and the two sides reach each other while the support is accepted, and no longer', async () => {
  const { amina, luis, dina, fatou, act, told, leave } = await startWorkshop()
  const asked = await act(amina, { type: 'showInterest', pair, side: 'need', line: '' })
  const offered = await act(dina, { type: 'offerSupport', pair, line: 'We pay the tickets' })
  await act(luis, accept(dina.participant, offered))
  expect(await told(), 'accepted, but the two are not in contact').toEqual([])
  await act(luis, { type: 'answerInterest', pair, side: 'offer', to: asked, accepted: true, line: '' })
  const withDina = [...BOTH, 'amina>dina', 'dina>luis', 'luis>dina'].sort()
  expect(await told(), 'Amina has not accepted Dina').toEqual(withDina)

  const another = await act(fatou, { type: 'offerSupport', pair, line: '' })
  expect(await told(), 'offered, not accepted').toEqual(withDina)
  await act(amina, accept(fatou.participant, another))
  expect(await told(), 'supporters do not learn of each other').not.toContain('dina>fatou')
  await act(amina, accept(fatou.participant, another, false))
  expect(await told()).toEqual(withDina)
  await act(dina, { type: 'withdrawSupport', pair })
  expect(await told()).toEqual(BOTH)
  await act(dina, { type: 'offerSupport', pair, line: 'Once more' })
  expect(await told(), 'an answer to an earlier offer is none to this one').toEqual(BOTH)
  leave()
})

test('D9 a hostile program gets no contact by what it writes itself', async () => {
  const { amina, luis, eve, act, settle, told, leave } = await startWorkshop()
  const asked = await act(amina, { type: 'showInterest', pair, side: 'need', line: '' })
  await act(luis, { type: 'answerInterest', pair, side: 'offer', to: asked, accepted: true, line: '' })
  const offered = await act(eve, { type: 'offerSupport', pair, line: 'Gladly' })
  const pairs = eve.line.doc.getMap('pairs')
  for (const by of [eve.participant, luis.participant]) {
    pairs.set(`${pair}/supported/${eve.participant}`, { by, at: 9, to: offered, accepted: true })
    pairs.set(`${pair}/answer/offer`, { by, at: 9, to: asked, accepted: true, line: '' })
  }
  await settle(eve)
  expect(await told()).toEqual(BOTH)
  leave()
})

describe('the record of the organiser', () => {
  const open = (wall: { id: string }, key: string) => post(server.url, `/api/walls/${wall.id}/contacts`, { key })

  test('R61 a contact is in the record only while its owner allows it, and only for a facilitator', async () => {
    const wall = await makeWall(server.url)
    const enter = (name: string, more: object = {}) => join(server.url, wall.id, { key: wall.keys.participant, name, country: 'ke', contact: `${name}@example.org`, ...more })
    const before = Date.now()
    const amina = await enter('amina', { consent: true, institution: 'NEMA' })
    const luis = await enter('luis')
    await enter('nobody', { contact: '', consent: true })
    const listed = async () => ((await open(wall, wall.keys.facilitator)).body as ContactsOfRecord).contacts
    const of = (name: string, participant: unknown) => ({ participant, name, country: 'ke', contact: `${name}@example.org` })
    const [only, ...more] = await listed()
    expect(only).toMatchObject({ ...of('amina', amina.participant), institution: 'NEMA' })
    expect(only?.consentedAt).toBeGreaterThanOrEqual(before)
    expect(more).toEqual([])
    for (const role of ['participant', 'viewer'] as const) expect(await open(wall, wall.keys[role])).toMatchObject({ status: 403 })
    expect(await open(wall, 'wrong')).toMatchObject({ status: 401 })

    const set = (token: string, contact: string, consent: boolean) => post(server.url, `/api/walls/${wall.id}/own-contact/set`, { token, contact, consent })
    await set(luis.token, 'luis@example.org', true)
    expect((await listed()).map(({ name }) => name)).toEqual(['amina', 'luis'])
    // Another token for the same person, as their page takes one each hour, takes nothing away.
    await join(server.url, wall.id, { key: wall.keys.participant, participant: amina.participant ?? '', secret: amina.secret ?? '' })
    expect(await listed()).toContainEqual({ ...only, name: 'Amina' })
    expect((await set(amina.token, 'other@example.org', true)).body).toMatchObject({ contact: 'other@example.org' })
    await set(luis.token, 'luis@example.org', false)
    expect((await listed()).map(({ contact }) => contact)).toEqual(['other@example.org'])
    expect(await post(server.url, `/api/walls/${wall.id}/own-contact`, { token: luis.token })).toEqual({ status: 200, body: { contact: 'luis@example.org', consentedAt: null } })

    // Coming in anew with another contact says nothing of it: consent is to one contact.
    await join(server.url, wall.id, { key: wall.keys.participant, participant: amina.participant ?? '', secret: amina.secret ?? '', contact: 'third@example.org' })
    expect(await listed()).toEqual([])
    const viewer = await join(server.url, wall.id, { key: wall.keys.viewer })
    expect((await set(viewer.token, 'x', true)).status).toBe(403)
  })

  test('R33 R61 erased contacts take their consent with them, and a page that asks for a token brings neither back', async () => {
    const wall = await makeWall(server.url)
    const amina = await join(server.url, wall.id, { key: wall.keys.participant, contact: 'amina@example.org', consent: true })
    const chair = await join(server.url, wall.id, { key: wall.keys.facilitator })
    await post(server.url, `/api/walls/${wall.id}/erase-contacts`, { token: chair.token })
    await join(server.url, wall.id, { key: wall.keys.participant, participant: amina.participant ?? '', secret: amina.secret ?? '' })
    expect(await post(server.url, `/api/walls/${wall.id}/own-contact`, { token: amina.token })).toMatchObject({ body: { contact: '', consentedAt: null } })
    expect((await open(wall, wall.keys.facilitator)).body).toEqual({ contacts: [] })
  })
})
