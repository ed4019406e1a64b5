import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ReadingPace } from './readingPace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const said: string[] = []
  const pace = new ReadingPace({ pause: () => said.push('pause'), resume: () => said.push('resume') }, Date.now())
  const say = (messages: number, bytes: number): void => {
    for (let count = 0; count < messages; count++) pace.count(bytes, Date.now())
  }
  return { said, pace, say }
}

describe('a connection is read no faster than it may speak', () => {
  test('D16 256 messages at once are read, and then 64 a second', () => {
    const { said, say } = setUp()
    say(256, 10)
    expect(said).toEqual([])
    say(64, 10)
    expect(said).toEqual(['pause'])
    vi.advanceTimersByTime(999)
    expect(said).toEqual(['pause'])
    vi.advanceTimersByTime(1)
    expect(said).toEqual(['pause', 'resume'])
  })

  test('D16 16 MB at once are read, and then 512 KB a second', () => {
    const { said, say } = setUp()
    say(16, 1024 * 1024)
    expect(said).toEqual([])
    say(1, 1024 * 1024)
    vi.advanceTimersByTime(1999)
    expect(said).toEqual(['pause'])
    vi.advanceTimersByTime(1)
    expect(said).toEqual(['pause', 'resume'])
  })

  test('D16 the pace of an honest person is never slowed down', () => {
    const { said, say } = setUp()
    for (let second = 0; second < 100; second++) {
      say(60, 5000)
      vi.advanceTimersByTime(1000)
    }
    expect(said).toEqual([])
  })

  test('who is sent away is read on, to hear their answer', () => {
    const { said, pace, say } = setUp()
    say(1000, 10)
    pace.release()
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual(['pause', 'resume'])
    expect(pace.isPaused).toBe(false)
  })
})
