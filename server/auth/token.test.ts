import { expect, test } from 'vitest'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { readToken, writeToken, type Pass } from './token.ts'

const secret = new Uint8Array(32).fill(7)
const pass: Pass = { wall: 'w' as WallId, role: 'participant', generation: 2, participant: 'p' as ParticipantId }
const HOUR = 60 * 60_000

test('D1 a token says what it was written with, for an hour', () => {
  const token = writeToken(pass, secret, 1000)
  expect(readToken(token, secret, 1000)).toEqual(pass)
  expect(readToken(token, secret, 1000 + HOUR - 1)).toEqual(pass)
  expect(readToken(token, secret, 1000 + HOUR)).toBeUndefined()
})

test("a viewer's token names nobody", () => {
  const viewer: Pass = { ...pass, role: 'viewer', participant: undefined }
  expect(readToken(writeToken(viewer, secret, 0), secret, 0)).toEqual(viewer)
})

test('D1 a token that was changed, or signed by another server, says nothing', () => {
  const token = writeToken(pass, secret, 0)
  const [content = '', signature = ''] = token.split('.')
  const promoted = Buffer.from(Buffer.from(content, 'base64url').toString().replace('participant', 'facilitator')).toString('base64url')
  expect(readToken(`${promoted}.${signature}`, secret, 0)).toBeUndefined()
  expect(readToken(token, new Uint8Array(32), 0)).toBeUndefined()
  for (const broken of ['', '.', content, `${content}.`, `${token}.x`, `.${signature}`]) {
    expect(readToken(broken, secret, 0)).toBeUndefined()
  }
})

test('a token is made of letters that a subprotocol may have', () => {
  expect(writeToken(pass, secret, Date.now())).toMatch(/^[\w.-]+$/)
})
