import type { WallVersion } from '#shared/protocol/api.ts'

export interface Day {
  /** As the reader writes it. */
  readonly day: string
  readonly versions: readonly WallVersion[]
}

/**
 * Groups versions by the day on which they were kept, in the order in which they come.
 * @param dayOf the day of a time, as the reader writes it
 */
export function versionsByDay(versions: readonly WallVersion[], dayOf: (at: number) => string): readonly Day[] {
  const days = new Map<string, WallVersion[]>()
  for (const version of versions) {
    const day = dayOf(version.at)
    days.set(day, [...(days.get(day) ?? []), version])
  }
  return [...days].map(([day, versions]) => ({ day, versions }))
}
