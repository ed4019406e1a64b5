import { expect, test } from 'vitest'
import type { ParticipantId, WallId } from '#shared/wall/ids.ts'
import { parseLink, personalLink } from './parseLink.ts'

const KEY = 'abcdefghijklmnopqrst-_'
const parse = (address: string) => parseLink(new URL(address, 'http://ship.local:4321'))

test('E1 a whole link gives wall and key', () => {
  expect(parse(`/w/wall_1#k=${KEY}`)).toEqual({ ok: true, link: { wallId: 'wall_1', key: KEY, invited: undefined, personal: undefined } })
})

test('E2 a personal invitation carries name and country', () => {
  expect(parse(`/w/wall_1#k=${KEY}&name=Jo%C3%A3o+Silva&country=PT`)).toMatchObject({
    ok: true,
    link: { invited: { name: 'João Silva', country: 'pt' } },
  })
  expect(parse(`/w/wall_1#k=${KEY}&name=Amina&country=atlantis`)).toMatchObject({
    link: { invited: { name: 'Amina', country: undefined } },
  })
  expect(parse(`/w/wall_1#k=${KEY}&name=%20&country=ke`)).toMatchObject({ link: { invited: undefined } })
})

test.each([
  ['/w/wall_1', 'keyMissing'],
  ['/w/wall_1#', 'keyMissing'],
  ['/w/wall_1#k=', 'keyMissing'],
  ['/w/wall_1#k=abcdefgh', 'keyMissing'],
  ['/w/wall_1#name=Amina', 'keyMissing'],
  [`/w/wall_1#k=${KEY}.`, 'keyMangled'],
  [`/w/wall_1#k=${KEY}%3E`, 'keyMangled'],
  [`/w/wall_1#k=${KEY}x`, 'keyMangled'],
  [`/w/wall_1#k=${KEY}&k=${KEY}`, 'keyMangled'],
  [`/w/wall%231#k=${KEY}`, 'wallMangled'],
  [`/w/#k=${KEY}`, 'wallMangled'],
  [`/w/a/b#k=${KEY}`, 'wallMangled'],
])('E1 a link that is not whole is told and never guessed at: %s', (address, problem) => {
  expect(parse(address)).toEqual({ ok: false, problem })
})

test('E1 another address is no link to a wall', () => {
  expect(parse('/')).toBeUndefined()
  expect(parse('/wall')).toBeUndefined()
})

test('E31 a personal link carries who one is in the fragment, and is read back', () => {
  const me = { participant: 'amina' as ParticipantId, secret: 'abcdefghijklmnopqrstuv' }
  const link = new URL(personalLink('http://ship.local', 'wall_1' as WallId, KEY, me))
  expect(link.href.split('#')[0]).toBe('http://ship.local/w/wall_1')
  expect(parseLink(link)).toMatchObject({ ok: true, link: { key: KEY, personal: me } })
})

test.each(['&me=amina', '&me=amina&secret=', '&me=amina&secret=abcdef', '&me=%3E&secret=abcdefghijklmnopqrstuv'])(
  'E31 a personal link that was cut off makes nobody a second person: %s',
  (rest) => expect(parse(`/w/wall_1#k=${KEY}${rest}`)).toEqual({ ok: false, problem: 'keyMissing' }),
)
