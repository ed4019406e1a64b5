import type { RelayUnderTest, ServerName } from '../servers/relayUnderTest.ts'
import { startRelay } from '../servers/startRelay.ts'

/** What is measured next to others: a server, perhaps in one of several ways. */
interface Subject {
  readonly server: ServerName
}

/**
 * Measures every subject once, then every one again: what else the machine does meanwhile meets all of them alike. The
 * order rotates.
 * @returns the figures of each subject, a figure for each repeat
 */
export async function interleave<S extends Subject, F>(
  subjects: readonly S[],
  repeats: number,
  measure: (server: RelayUnderTest, subject: S) => Promise<F>,
  isInspected = false,
): Promise<Map<S, F[]>> {
  const figures = new Map<S, F[]>(subjects.map((subject) => [subject, []]))
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const at of subjects.keys()) {
      const subject = subjects[(at + repeat) % subjects.length]
      if (!subject) continue
      const server = await startRelay(subject.server, { isInspected })
      try {
        figures.get(subject)?.push(await measure(server, subject))
      } finally {
        await server.close()
      }
    }
  }
  return figures
}
