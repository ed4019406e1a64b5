import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { isFromOwnPage, originOf } from './origin.ts'

function requestWith(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers })
}

test.each([
  ['192.168.1.5:4321', 'http://192.168.1.5:4321'],
  ['wall.example.org', 'http://wall.example.org'],
  ['[::1]:80', 'http://[::1]:80'],
  ['a b', undefined],
  ['host/path', undefined],
  ['user@host', undefined],
  ['', undefined],
])('the host %s gives links that begin with %s', (host, origin) => {
  expect(originOf(requestWith({ host }), undefined)).toBe(origin)
  expect(originOf(requestWith({ host }), 'https://public.example')).toBe('https://public.example')
})

test.each([
  [undefined, undefined, true],
  ['http://host:1', undefined, true],
  ['https://host:1', undefined, true],
  ['http://host:2', undefined, false],
  ['http://evil.example', undefined, false],
  ['null', undefined, false],
  ['https://public.example', 'https://public.example', true],
])('D1 a socket opened by a page of %s, with the public address %s: %s', (origin, publicUrl, isOwn) => {
  expect(isFromOwnPage(requestWith({ host: 'host:1', ...(origin && { origin }) }), publicUrl)).toBe(isOwn)
})
