import { afterEach, describe, expect, test } from 'vitest'
import { WHOLE_RECORD } from '#shared/record/recordChoice.ts'
import { createRecordWriter, type RecordJob, type RecordWriter } from './createRecordWriter.ts'

const job: RecordJob = { state: new Uint8Array([1, 2]), language: undefined, choice: WHOLE_RECORD, createdAt: 0, link: '', contacts: undefined }
const program = (text: string): URL => new URL(`data:text/javascript,import { parentPort, workerData } from 'node:worker_threads'; ${encodeURIComponent(text)}`)
const ECHO = 'parentPort.postMessage(workerData.state)'
const HANGS = 'setInterval(() => {}, 1000)'
const stay = new AbortController().signal
let writer: RecordWriter
afterEach(() => writer.close())

describe('records, written in a thread of their own', () => {
  test('R73 one after the other; four at most, of whom one is served and the others wait', async () => {
    writer = createRecordWriter(program(ECHO))
    const began: number[] = []
    const write = (i: number) => writer.write(() => (began.push(i), Promise.resolve({ ...job, state: new Uint8Array([i]) })), stay)
    const all = [0, 1, 2].map(write)
    expect(writer.hasRoom).toBe(true)
    all.push(write(3))
    expect(writer.hasRoom).toBe(false)
    expect((await all[0])?.[0]).toBe(0)
    expect(began.length).toBeLessThan(4) // the last one has not been asked for its wall yet
    expect((await Promise.all(all)).map(([first]) => first)).toEqual([0, 1, 2, 3])
    expect(writer.hasRoom).toBe(true)
  })

  test('R73 the work of whoever has gone ends, and the next one has its turn', async () => {
    writer = createRecordWriter(program(`if (workerData.state[0] === 9) ${HANGS}; else ${ECHO}`))
    const gone = new AbortController()
    const first = writer.write(() => Promise.resolve({ ...job, state: new Uint8Array([9]) }), gone.signal)
    const second = writer.write(() => Promise.resolve(job), stay)
    gone.abort()
    await expect(first).rejects.toThrow()
    expect(await second).toEqual(job.state)
  })

  test('R73 a thread that breaks is told to who asked, and nobody else', async () => {
    writer = createRecordWriter(program('throw new Error("no such font")'))
    await expect(writer.write(() => Promise.resolve(job), stay)).rejects.toThrow('no such font')
    await expect(writer.write(() => Promise.reject(new Error('no such wall')), stay)).rejects.toThrow('no such wall')
    expect(writer.hasRoom).toBe(true)
  })

  test('R73 a server that stops waits for no record', async () => {
    writer = createRecordWriter(program(HANGS))
    const writing = expect(writer.write(() => Promise.resolve(job), stay)).rejects.toThrow()
    await writer.close()
    await writing
  })
})
