import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { WallId } from '#shared/wall/ids.ts'
import type { Store } from '../storage/store.ts'
import { Intake } from './intake.ts'
import { ClientIds } from './judge/clientIds.ts'

/** Claims are no matter here. */
const noClaims = { loadClaims: () => Promise.resolve(new Map()) } as unknown as Store

test('J5 when applying one change fails, those behind it stay and are judged by the document that was read anew', async () => {
  const intake = new Intake(await ClientIds.load(noClaims, 'wall' as WallId))
  intake.edit(() => {
    throw new Error('It cannot be applied.')
  })
  intake.edit((doc) => void doc.getMap('settings').set('title', 'A wall'))
  const broken = new Y.Doc()
  expect(() => {
    for (const { apply } of intake.accepted(broken, false)) apply(broken)
  }).toThrow('It cannot be applied.')
  expect(intake.isWaiting).toBe(true)
  const anew = new Y.Doc()
  for (const { apply } of intake.accepted(anew, false)) apply(anew)
  expect([anew.getMap('settings').get('title'), intake.isWaiting]).toEqual(['A wall', false])
})
