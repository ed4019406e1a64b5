import { afterEach, describe, expect, test } from 'vitest'
import { createThread, type Thread } from './createThread.ts'

const job = new Uint8Array([1, 2])
const create = (program: URL) => createThread<Uint8Array, Uint8Array>(program, { atOnce: 4, ms: 60_000, megabytes: 100 })
const program = (text: string): URL => new URL(`data:text/javascript,import { parentPort, workerData } from 'node:worker_threads'; ${encodeURIComponent(text)}`)
const ECHO = 'parentPort.postMessage(workerData)'
const HANGS = 'setInterval(() => {}, 1000)'
const stay = new AbortController().signal
let thread: Thread<Uint8Array, Uint8Array>
afterEach(() => thread.close())

describe('heavy work in a thread of its own', () => {
  test('R73 one after the other; four at most, of whom one is served and the others wait', async () => {
    thread = create(program(ECHO))
    const began: number[] = []
    const run = (i: number) => thread.run(() => (began.push(i), Promise.resolve(new Uint8Array([i]))), stay)
    const all = [0, 1, 2].map(run)
    expect(thread.hasRoom).toBe(true)
    all.push(run(3))
    expect(thread.hasRoom).toBe(false)
    expect((await all[0])?.[0]).toBe(0)
    expect(began.length).toBeLessThan(4) // the last one has not been asked for its wall yet
    expect((await Promise.all(all)).map(([first]) => first)).toEqual([0, 1, 2, 3])
    expect(thread.hasRoom).toBe(true)
  })

  test('R73 the work of whoever has gone ends, and the next one has its turn', async () => {
    thread = create(program(`if (workerData[0] === 9) ${HANGS}; else ${ECHO}`))
    const gone = new AbortController()
    const first = thread.run(() => Promise.resolve(new Uint8Array([9])), gone.signal)
    const second = thread.run(() => Promise.resolve(job), stay)
    gone.abort()
    await expect(first).rejects.toThrow()
    expect(await second).toEqual(job)
  })

  test('R73 a thread that breaks is told to who asked, and nobody else', async () => {
    thread = create(program('throw new Error("no such font")'))
    await expect(thread.run(() => Promise.resolve(job), stay)).rejects.toThrow('no such font')
    await expect(thread.run(() => Promise.reject(new Error('no such wall')), stay)).rejects.toThrow('no such wall')
    expect(thread.hasRoom).toBe(true)
  })

  test('R73 a server that stops waits for no thread', async () => {
    thread = create(program(HANGS))
    const writing = expect(thread.run(() => Promise.resolve(job), stay)).rejects.toThrow()
    await thread.close()
    await writing
  })
})
