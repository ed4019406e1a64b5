import { expect, it } from 'vitest'
import { mustStay, saveStatus, whyNoRoom } from './saveStatus.ts'

const base = { connection: { is: 'open' }, loaded: true, waiting: 0, keptHere: true, heldBy: undefined } as const

it('S8 says saved only when the server has everything', () => {
  expect(saveStatus(base).is).toBe('saved')
  expect(saveStatus({ ...base, waiting: 1 }).is).toBe('saving')
  expect(saveStatus({ ...base, keptHere: false }).is).toBe('savedNotKept')
})
it('S8 says offline how much waits, and whether this device keeps it', () => {
  const offline = { ...base, connection: { is: 'offline' } } as const
  expect(saveStatus(offline)).toEqual({ is: 'offline' })
  expect(saveStatus({ ...offline, waiting: 3 })).toEqual({ is: 'offlineWaiting', waiting: 3 })
  expect(saveStatus({ ...offline, waiting: 3, keptHere: false })).toEqual({ is: 'offlineNotKeptWaiting', waiting: 3 })
  expect(saveStatus({ ...offline, keptHere: false })).toEqual({ is: 'offlineNotKept' })
})
it('S8 says that edits wait for a locked wall, once it knows that it is connected', () => {
  const locked = { ...base, heldBy: 'lock' } as const
  expect(saveStatus(locked)).toEqual({ is: 'saved' })
  expect(saveStatus({ ...locked, waiting: 2 })).toEqual({ is: 'lockedWaiting', waiting: 2 })
  expect(saveStatus({ ...locked, waiting: 2, keptHere: false })).toEqual({ is: 'lockedNotKeptWaiting', waiting: 2 })
  expect(saveStatus({ ...locked, waiting: 2, connection: { is: 'offline' } })).toEqual({ is: 'offlineWaiting', waiting: 2 })
})
it('S8 says connecting until something is known, and never hides what waits', () => {
  const connecting = { ...base, connection: { is: 'connecting' } } as const
  expect(saveStatus({ ...connecting, loaded: false, waiting: 2 })).toEqual({ is: 'connecting' })
  expect(saveStatus(connecting)).toEqual({ is: 'connecting' })
  expect(saveStatus({ ...connecting, waiting: 2 })).toEqual({ is: 'offlineWaiting', waiting: 2 })
  expect(saveStatus({ ...base, connection: { is: 'closed', why: 'linkInvalid' } }).is).toBe('closed')
})
it('D14 says when the server has no room for this page, and says nothing of a line that is only down', () => {
  expect(whyNoRoom({ is: 'offline', why: 'personFull' })).toBe('personFull')
  expect([whyNoRoom({ is: 'offline', why: 'restart' }), whyNoRoom({ is: 'offline' }), whyNoRoom({ is: 'open' })]).toEqual([undefined, undefined, undefined])
})
it('S8 says that the server cannot save, and whether this device keeps what waits', () => {
  const stuck = { ...base, heldBy: 'server', waiting: 1 } as const
  expect(saveStatus(stuck)).toEqual({ is: 'unsaved' })
  expect(saveStatus({ ...stuck, keptHere: false })).toEqual({ is: 'unsavedNotKept' })
  expect(saveStatus({ ...stuck, connection: { is: 'offline' } })).toEqual({ is: 'offlineWaiting', waiting: 1 })
})
it('S9 warns before leaving only when something would be lost, or the server cannot save', () => {
  const wouldLose = (state: { waiting: number; keptHere: boolean }): boolean => mustStay({ ...base, ...state })
  expect(wouldLose({ waiting: 1, keptHere: false })).toBe(true)
  expect(wouldLose({ waiting: 1, keptHere: true })).toBe(false)
  expect(wouldLose({ waiting: 0, keptHere: false })).toBe(false)
  expect(mustStay({ waiting: 1, keptHere: true, heldBy: 'server' })).toBe(true)
  expect(mustStay({ waiting: 1, keptHere: true, heldBy: 'lock' })).toBe(false)
})
