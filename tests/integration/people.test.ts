import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AboutPerson } from '#shared/protocol/api.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { docOf, isAnswer } from '../support/heard.ts'
import { placeNote } from '../support/notes.ts'
import { rawClient, type RawClient } from '../support/rawClient.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, post, type MadeWall } from '../support/wallApi.ts'

describe('removing a person', () => {
  let server: TestServer
  let wall: MadeWall
  const opened: RawClient[] = []

  beforeEach(async () => {
    server = await startTestServer()
    wall = await makeWall(server.url)
  })
  afterEach(async () => {
    for (const client of opened.splice(0)) client.terminate()
    await server.close()
  })
  const enter = async (role: 'facilitator' | 'participant', name: string) => {
    const joined = await join(server.url, wall.id, { key: wall.keys[role], name })
    return { ...joined, participant: joined.participant ?? expect.fail('nobody') }
  }
  const connect = async (token: string): Promise<RawClient> => {
    const client = await rawClient(server.url, wall.id, token)
    opened.push(client)
    return client
  }
  const remove = (body: AboutPerson) => post(server.url, `/api/walls/${wall.id}/remove`, body)

  test('D26 D22 they are sent away on every device and let in no more; their notes stay, and so does everybody else', async () => {
    const [chair, troll, guest] = [await enter('facilitator', 'Chair'), await enter('participant', 'Troll'), await enter('participant', 'Guest')]
    const writing = stockProvider(server.url, wall.id, troll.token)
    await whenSynced(writing)
    placeNote(writing.doc, 'rude', 'Something rude', troll)
    const witness = stockProvider(server.url, wall.id, guest.token)
    await whenDoc(witness.doc, (doc) => doc.getMap('notes').has('rude'))
    witness.destroy()
    writing.destroy()

    const [laptop, phone, other] = [await connect(troll.token), await connect(troll.token), await connect(guest.token)]
    expect(await remove({ token: chair.token, participant: troll.participant })).toEqual({ status: 200, body: {} })
    const away = { code: 4410, reason: 'removed from this wall' }
    expect([await laptop.closed, await phone.closed]).toEqual([away, away])
    const again = await connect(troll.token)
    expect(await again.closed).toEqual(away)
    const { participant, secret } = troll
    expect(await post(server.url, `/api/walls/${wall.id}/join`, { key: wall.keys.participant, participant, secret })).toMatchObject({ status: 403, body: { error: { code: 'removed' } } })

    other.ask()
    expect(readWall(docOf(await other.next(isAnswer))).notes.size).toBe(1)
    expect(await remove({ token: chair.token, participant: troll.participant })).toEqual({ status: 200, body: {} })
  })

  test('D26 who was removed is known as such, is let back in as who they were by a facilitator alone, and writes on', async () => {
    const [chair, gone, guest] = [await enter('facilitator', 'Chair'), await enter('participant', 'Gone'), await enter('participant', 'Guest')]
    const ask = (what: string, token: string, participant?: string) => post(server.url, `/api/walls/${wall.id}/${what}`, { token, participant })
    const { participant } = gone
    await remove({ token: chair.token, participant })
    const viewer = await join(server.url, wall.id, { key: wall.keys.viewer })
    for (const { token } of [chair, guest, viewer]) expect(await ask('removed', token)).toEqual({ status: 200, body: { participants: [participant] } })

    for (const { token } of [guest, viewer]) expect(await ask('readmit', token, participant)).toMatchObject({ status: 403, body: { error: { code: 'not_allowed' } } })
    for (const what of ['readmit', 'removed']) expect(await ask(what, gone.token, participant)).toMatchObject({ status: 403, body: { error: { code: 'removed' } } })
    expect(await ask('readmit', chair.token, 'nobody')).toMatchObject({ status: 404 })
    expect(await (await connect(gone.token)).closed).toMatchObject({ code: 4410 })

    expect(await ask('readmit', chair.token, participant)).toEqual({ status: 200, body: {} })
    expect(await ask('removed', chair.token)).toEqual({ status: 200, body: { participants: [] } })
    const back = await join(server.url, wall.id, { key: wall.keys.participant, participant, secret: gone.secret, name: 'Gone' })
    expect(back).toMatchObject({ participant })
    const writing = stockProvider(server.url, wall.id, back.token)
    await whenSynced(writing)
    placeNote(writing.doc, 'again', 'I am back', gone)
    const witness = stockProvider(server.url, wall.id, guest.token)
    await whenDoc(witness.doc, (doc) => doc.getMap('notes').has('again'))
    witness.destroy()
    writing.destroy()
  })

  test('D26 a removed facilitator lets nobody in, themselves least of all', async () => {
    const [chair, other, guest] = [await enter('facilitator', 'Chair'), await enter('facilitator', 'Other'), await enter('participant', 'Guest')]
    for (const { participant } of [other, guest]) await remove({ token: chair.token, participant })
    for (const { participant } of [other, guest]) {
      expect(await post(server.url, `/api/walls/${wall.id}/readmit`, { token: other.token, participant })).toMatchObject({ status: 403, body: { error: { code: 'removed' } } })
    }
  })

  test('D26 a participant removes nobody, and no facilitator removes themselves, or who is not there', async () => {
    const [chair, guest] = [await enter('facilitator', 'Chair'), await enter('participant', 'Guest')]
    const other = await connect(chair.token)
    expect(await remove({ token: guest.token, participant: chair.participant })).toMatchObject({ status: 403, body: { error: { code: 'not_allowed' } } })
    expect(await remove({ token: chair.token, participant: chair.participant })).toMatchObject({ status: 400 })
    const elsewhere = await makeWall(server.url)
    const stranger = await join(server.url, elsewhere.id, { key: elsewhere.keys.participant })
    expect(await remove({ token: chair.token, participant: stranger.participant ?? expect.fail('nobody') })).toMatchObject({ status: 404 })
    expect(await join(server.url, elsewhere.id, { key: elsewhere.keys.participant, participant: stranger.participant, secret: stranger.secret })).toMatchObject({ participant: stranger.participant })
    other.ask()
    await other.next(isAnswer)
  })

  test('D26 a removal that is not saved is said to be none', async () => {
    await server.close()
    server = await startTestServer({ through: (store) => ({ ...store, removeParticipant: () => Promise.reject(new Error('disk full')) }) })
    wall = await makeWall(server.url)
    const [chair, guest] = [await enter('facilitator', 'Chair'), await enter('participant', 'Guest')]
    const stays = await connect(guest.token)
    expect(await remove({ token: chair.token, participant: guest.participant })).toMatchObject({ status: 503, body: { error: { code: 'not_saved' } } })
    stays.ask()
    await stays.next(isAnswer)
  })
})
