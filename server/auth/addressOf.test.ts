import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { addressOf, OWN_MACHINE } from './addressOf.ts'

/** What of a request is looked at. */
const from = (remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

describe('without a proxy', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['127.0.0.1', OWN_MACHINE],
    ['127.8.8.8', OWN_MACHINE],
    ['::1', OWN_MACHINE],
    ['::ffff:127.0.0.1', OWN_MACHINE],
    ['', ''],
  ])('D13 %s counts as %s', (ip, address) => {
    expect(addressOf(from(ip), undefined)).toBe(address)
  })

  test('D13 a header that no operator named is not believed', () => {
    expect(addressOf(from('192.0.2.7', { 'x-forwarded-for': '198.51.100.1' }), undefined)).toBe('192.0.2.7')
  })
})

describe('behind a proxy', () => {
  test.each([
    ['198.51.100.1', '198.51.100.1'],
    ['203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1, 198.51.100.1:4711', '198.51.100.1'],
    ['[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64'],
    ['unknown', OWN_MACHINE],
    ['', OWN_MACHINE],
  ])('D13 of "%s" only the last entry counts, which the proxy itself wrote: %s', (header, address) => {
    expect(addressOf(from('127.0.0.1', { 'x-forwarded-for': header }), 'x-forwarded-for')).toBe(address)
  })

  test('D13 who comes past the proxy counts by the socket', () => {
    expect(addressOf(from('192.0.2.7'), 'x-forwarded-for')).toBe('192.0.2.7')
  })
})
