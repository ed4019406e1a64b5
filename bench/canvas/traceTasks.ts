import type { CDPSession } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** Of the thread's own processor time, microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

export interface Trace {
  /** Frames that reached the display: counting callbacks flatters. */
  readonly shown: number
  /** Tasks of the page's main thread, the longest first, in ms; `cpuMs` is what is left when other programs' turns are taken out. */
  readonly tasks: readonly { readonly ms: number; readonly cpuMs: number }[]
}

const MAIN_THREAD = 'CrRendererMain'

/** Records what the browser does while something happens to the page. */
export async function traceTasks(root: CDPSession, happen: () => Promise<unknown>): Promise<Trace> {
  const events: TraceEvent[] = []
  const take = ({ value }: { value: unknown }): void => void events.push(...(value as TraceEvent[])) // of the form that Chromium documents
  root.on('Tracing.dataCollected', take)
  await root.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['viz', 'disabled-by-default-devtools.timeline'], excludedCategories: ['*'] },
  })
  try {
    await happen()
  } finally {
    const isComplete = new Promise<void>((resolve) => void root.once('Tracing.tracingComplete', () => resolve()))
    await root.send('Tracing.end')
    await isComplete
    root.off('Tracing.dataCollected', take)
  }
  const tasks = events.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
  const mainThreads = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD).map(threadOf))
  // A browser has a spare renderer: the page's own is the busiest.
  const busy = new Map<string, number>()
  for (const task of tasks) busy.set(threadOf(task), (busy.get(threadOf(task)) ?? 0) + (task.tdur ?? 0))
  const [main] = [...mainThreads].sort((a, b) => (busy.get(b) ?? 0) - (busy.get(a) ?? 0))
  return {
    shown: events.filter(({ name, ph }) => name === 'Display::DrawAndSwap' && ph !== 'E').length,
    tasks: tasks
      .filter((task) => threadOf(task) === main)
      .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, cpuMs: tdur / 1000 }))
      .sort((a, b) => b.ms - a.ms),
  }
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`
