import { expect, test } from 'vitest'
import { Outflow } from './outflow.ts'

/** What of a connection is looked at. */
function connection() {
  const ws = { bufferedAmount: 0 }
  const socket = { bytesWritten: 0, _handle: { writeQueueSize: 0 } }
  const outflow = new Outflow(ws, socket, 0)
  return {
    outflow,
    queue: (bytes: number): void => {
      ws.bufferedAmount += bytes
      socket.bytesWritten += bytes
      socket._handle.writeQueueSize = ws.bufferedAmount
    },
    /** The system takes some; a frame counts as sent when all of it is gone. */
    take: (bytes: number, isWhole: boolean): void => {
      socket._handle.writeQueueSize -= bytes
      if (isWhole) ws.bufferedAmount -= bytes
    },
  }
}

test('D20 what flows is not stuck, however slowly: by whole frames or by parts of one', () => {
  const { outflow, queue, take } = connection()
  queue(1_000_000)
  expect(outflow.stuckForMs(10)).toBe(0)
  take(10, false)
  expect(outflow.stuckForMs(20)).toBe(0)
  take(999_990, false)
  take(0, true)
  expect(outflow.stuckForMs(30)).toBe(0)
  expect(outflow.stuckForMs(40)).toBe(10)
})

test('D20 a line on which nothing moves is stuck, and more to send is no progress', () => {
  const { outflow, queue } = connection()
  queue(1_000_000)
  outflow.stuckForMs(10)
  expect(outflow.stuckForMs(20)).toBe(10)
  expect(outflow.stuckForMs(1000)).toBe(990)
})

test('D20 nothing to send is not stuck', () => {
  const { outflow, queue, take } = connection()
  expect(outflow.stuckForMs(100_000)).toBe(0)
  queue(100)
  take(100, true)
  expect(outflow.stuckForMs(200_000)).toBe(0)
})
