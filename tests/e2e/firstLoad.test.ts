import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readParts, type Parts } from '../support/sizeOfParts.ts'

/** What may be sent before anything can be read, in bytes as they go over the line (brotli). */
const MOST_BYTES = 200_000
const DOOR = ['index.html', 'join/JoinPage.tsx'] as const
const LIST = ['index.html', 'session/openSession.ts', 'shell/WallPage.tsx'] as const

describe('what is sent before the canvas', () => {
  let parts: Parts
  beforeAll(async () => {
    parts = await readParts(join(dirname(inject('builtServer')), '../client'))
  })

  it('O4 the door is sent in less than 200 kB', async () => {
    expect(await parts.sizeOf(['index.html', ...parts.filesOf(...DOOR)])).toBeLessThan(MOST_BYTES)
  })
  it('O4 start page, canvas, matches and windows come after the door, the list and the form', () => {
    const first = parts.filesOf(...DOOR, ...LIST)
    for (const later of ['canvas/WallCanvas.tsx', 'shell/MatchesPanel.tsx', 'shell/WallWindows.tsx', 'home/HomePage.tsx']) {
      expect([...parts.filesOf(later)].filter((file) => !first.has(file)), later).not.toEqual([])
    }
  })
})
