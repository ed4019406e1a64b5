import { expect, it } from 'vitest'
import { whyWaiting } from './whyWaiting.ts'

it('S8 tells why a note is not on everybody’s wall yet: the line, the lock, the server, or that nothing goes up from here any more', () => {
  const open = { waiting: 1, heldBy: undefined, connection: { is: 'open' } } as const
  expect(whyWaiting(open)).toBeUndefined()
  expect(whyWaiting({ ...open, heldBy: 'lock' })).toBe('lock')
  expect(whyWaiting({ ...open, heldBy: 'server' })).toBe('server')
  expect(whyWaiting({ ...open, heldBy: 'lock', connection: { is: 'offline' } })).toBe('line')
  expect(whyWaiting({ ...open, connection: { is: 'connecting' } })).toBe('line')
  expect(whyWaiting({ ...open, connection: { is: 'closed', why: 'removed' } })).toBe('closed')
  expect(whyWaiting({ ...open, waiting: 0, connection: { is: 'offline' } })).toBeUndefined()
})
