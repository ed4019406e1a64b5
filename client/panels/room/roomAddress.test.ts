import { expect, it } from 'vitest'
import { participantKeyIn, roomAddress, roomViewIn, withRoomView } from './roomAddress.ts'

it('E6 hands the participants’ key to the room screen in the fragment only', () => {
  const address = new URL(roomAddress('wall', 'viewer-key', 'participant_key'), 'http://host')
  expect([address.pathname, address.search]).toEqual(['/w/wall', ''])
  expect(participantKeyIn(address.hash)).toBe('participant_key')
})
it('has none when none is known, or what is there is no key', () => {
  expect(participantKeyIn(new URL(roomAddress('wall', 'key', undefined), 'http://host').hash)).toBeUndefined()
  expect(participantKeyIn('#k=key&p=%3Cscript%3E')).toBeUndefined()
  expect(participantKeyIn('')).toBeUndefined()
})
it('G5 keeps in the fragment what this screen was told to show, beside the keys; anything else follows the facilitator', () => {
  const hash = withRoomView('#k=key&p=other', 'region')
  expect([roomViewIn(hash), participantKeyIn(hash), new URLSearchParams(hash.slice(1)).get('k')]).toEqual(['region', 'other', 'key'])
  expect(roomViewIn(withRoomView(hash, 'wall'))).toBe('wall')
  expect([roomViewIn('#k=key'), roomViewIn('#k=key&show=everything')]).toEqual([undefined, undefined])
})
