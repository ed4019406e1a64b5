import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CrowdCalls, CrowdReply } from './crowdCalls.ts'

export interface CrowdProcess {
  readonly calls: CrowdCalls
  close(): Promise<void>
}

/** @param kind `watchers` time cursors too, and should be few */
export function startCrowd(kind: 'watchers' | 'others'): CrowdProcess {
  const child = fork(fileURLToPath(new URL('crowd.ts', import.meta.url)), [kind], { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (why: Error) => void }>()
  let lastId = 0
  child.on('message', (reply: CrowdReply) => {
    const caller = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('error' in reply) caller?.reject(new Error(reply.error))
    else caller?.resolve(reply.result)
  })
  const ended = once(child, 'exit').then(() => {
    for (const { reject } of waiting.values()) reject(new Error('A crowd ended before its work was done.'))
    waiting.clear()
  })
  const call = (name: keyof CrowdCalls, argument?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(++lastId, { resolve, reject })
      child.send({ id: lastId, name, argument })
    })
  return {
    // The other end answers each call with what CrowdCalls says.
    calls: {
      enter: (places) => call('enter', places) as ReturnType<CrowdCalls['enter']>,
      work: (work) => call('work', work) as ReturnType<CrowdCalls['work']>,
      arriveAtOnce: (invitations) => call('arriveAtOnce', invitations) as ReturnType<CrowdCalls['arriveAtOnce']>,
      stall: (index) => call('stall', index) as ReturnType<CrowdCalls['stall']>,
      isOpen: (index) => call('isOpen', index) as ReturnType<CrowdCalls['isOpen']>,
      leave: () => call('leave') as ReturnType<CrowdCalls['leave']>,
    },
    async close() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
