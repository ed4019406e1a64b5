import { once } from 'node:events'
import { WebSocket } from 'ws'

interface Reply {
  readonly id?: number
  readonly result?: { readonly result?: { readonly value?: unknown } }
}

/**
 * Collects a Node process's garbage through its inspector.
 * @returns megabytes still used: the heap, and buffers outside it
 */
export async function heapAfterCollection(inspector: string): Promise<number> {
  const ws = new WebSocket(inspector)
  await once(ws, 'open')
  let lastId = 0
  const ask = (method: string, params = {}): Promise<Reply> =>
    new Promise((resolve) => {
      const id = ++lastId
      const hear = (data: Buffer): void => {
        const reply = JSON.parse(data.toString()) as Reply // Chrome DevTools protocol
        if (reply.id !== id) return
        ws.off('message', hear)
        resolve(reply)
      }
      ws.on('message', hear)
      ws.send(JSON.stringify({ id, method, params }))
    })
  // The second time takes what finalizers of the first let go.
  await ask('HeapProfiler.collectGarbage')
  await ask('HeapProfiler.collectGarbage')
  const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'
  const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true })
  ws.close()
  return Number(result?.result?.value) / 1024 ** 2
}
