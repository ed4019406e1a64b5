import { setTimeout as sleep } from 'node:timers/promises'
import { busyShare, cpuSeconds, machineTime } from '../measure/processFigures.ts'
import { Histogram } from '../measure/histogram.ts'
import { nowUs } from '../measure/stamp.ts'
import type { RelayUnderTest } from '../servers/relayUnderTest.ts'
import type { Place, Work } from './crowdCalls.ts'
import { startCrowd } from './crowdProcess.ts'
import type { Invitation } from './visit.ts'

/** So few that their process is hardly busy. */
const WATCHERS = 10
/** All processes have heard of the work when it begins. */
const LEAD_US = 300_000
const WARM_US = 3_000_000
/** What has not arrived so long after the last edit counts as lost. */
const DRAIN_MS = 2500

export interface Figures {
  readonly sent: number
  /** In 0…1, of all edits to all others. */
  readonly delivered: number
  readonly edits: Histogram
  readonly cursors: Histogram
  readonly stillOpen: number
  readonly closeCodes: readonly number[]
  /** Cores. */
  readonly serverCpu: number
  /** In 0…1. */
  readonly machineBusy: number
  /** Of the busiest crowd, in 0…1. */
  readonly crowdBusy: number
  readonly kilobytesInAMinute: number
}

type Busyness = Pick<Work, 'cursorHz' | 'editEveryMs' | 'edit'> & { readonly seconds: number }

/** People on one wall of a server, in two processes. */
export interface GatheredCrowd {
  readonly size: number
  readonly entered: number
  /** @param onMeasured called when everybody has written for a while, and measuring begins */
  work(busyness: Busyness, onMeasured?: () => void): Promise<Figures>
  /** The last who came in reads no more. */
  stallLast(): Promise<void>
  isLastOpen(): Promise<boolean>
  leave(): Promise<void>
}

/** @param invitations those who write first; the first ten are the watchers */
export async function gatherCrowd(server: RelayUnderTest, invitations: readonly Invitation[]): Promise<GatheredCrowd> {
  const places: Place[] = invitations.map((invitation, index) => ({ index, invitation }))
  const size = places.length
  const watchers = startCrowd('watchers')
  const others = startCrowd('others')
  const both = [watchers, others]
  const last = (): { crowd: typeof others; index: number } => ({ crowd: size > WATCHERS ? others : watchers, index: size - 1 })
  const entered = (await watchers.calls.enter(places.slice(0, WATCHERS))) + (await others.calls.enter(places.slice(WATCHERS)))

  return {
    size,
    entered,
    async work({ seconds, ...busyness }, onMeasured) {
      const startUs = nowUs() + LEAD_US
      const fromUs = startUs + WARM_US
      const toUs = fromUs + seconds * 1e6
      const working = both.map(({ calls }) => calls.work({ ...busyness, startUs, fromUs, toUs, drainMs: DRAIN_MS }))
      await sleep((fromUs - nowUs()) / 1000)
      const [cpu, machine, measuredFrom] = [cpuSeconds(server.pid), machineTime(), nowUs()]
      onMeasured?.()
      await sleep((toUs - nowUs()) / 1000)
      const serverCpu = (cpuSeconds(server.pid) - cpu) / ((nowUs() - measuredFrom) / 1e6)
      const machineBusy = busyShare(machine)
      const done = await Promise.all(working)
      const total = (figure: 'sent' | 'received' | 'stillOpen' | 'bytesIn'): number => done.reduce((sum, one) => sum + one[figure], 0)
      return {
        sent: total('sent'),
        delivered: total('received') / (total('sent') * (size - 1)),
        edits: Histogram.from(done.map(({ edits }) => edits)),
        cursors: Histogram.from(done.map(({ cursors }) => cursors)),
        stillOpen: total('stillOpen'),
        closeCodes: [...new Set(done.flatMap(({ closeCodes }) => closeCodes))],
        serverCpu,
        machineBusy,
        crowdBusy: Math.max(...done.map(({ loopBusy }) => loopBusy)),
        kilobytesInAMinute: (total('bytesIn') / size / 1024) * (60 / seconds),
      }
    },
    stallLast: () => last().crowd.calls.stall(last().index),
    isLastOpen: () => last().crowd.calls.isOpen(last().index),
    async leave() {
      await Promise.all(both.map(({ calls }) => calls.leave()))
      await Promise.all(both.map((crowd) => crowd.close()))
    },
  }
}
