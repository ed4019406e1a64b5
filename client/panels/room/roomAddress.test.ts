import { expect, it } from 'vitest'
import { participantKeyIn, roomAddress } from './roomAddress.ts'

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
