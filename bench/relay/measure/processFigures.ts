import { readFileSync } from 'node:fs'

/** Linux counts CPU time in these, on every architecture that Node runs on. */
const TICKS_A_SECOND = 100

/** Seconds of CPU time a process has used so far. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in parentheses may hold anything; after it come state, then numbers: utime and stime are the 12th and 13th of these.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

/** Megabytes of memory that a process holds. */
export function residentMb(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

export interface MachineTime {
  readonly idle: number
  readonly all: number
}

/** CPU time of the whole machine, in ticks. */
export function machineTime(): MachineTime {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number)
  return { idle: (ticks[3] ?? 0) + (ticks[4] ?? 0), all: ticks.reduce((sum, value) => sum + value, 0) }
}

/** How busy the whole machine was since then, in 0…1. */
export function busyShare(since: MachineTime): number {
  const now = machineTime()
  return 1 - (now.idle - since.idle) / (now.all - since.all)
}
