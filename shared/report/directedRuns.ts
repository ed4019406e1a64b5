import { textDirection, type TextDirection } from '../layout/textDirection.ts'

/** A stretch of a line that runs in one direction. */
export interface DirectedRun {
  readonly text: string
  readonly dir: TextDirection
}

const MARKS: Readonly<Record<TextDirection, string>> = { ltr: '\u200e', rtl: '\u200f' }

/**
 * A line in runs, for programs that do not know isolates (U+2066..2069), as word processors mostly do not: what was isolated is a
 * run of its own, and direction marks, which all of them know, keep the two apart where they run against each other.
 * @param dir in which the line as a whole runs
 */
export function directedRuns(line: string, dir: TextDirection): readonly DirectedRun[] {
  const runs: DirectedRun[] = []
  const levels: TextDirection[] = [dir]
  let text = ''
  const end = (): void => {
    if (text !== '') runs.push({ text, dir: levels.at(-1) ?? dir })
    text = ''
  }
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    const around = levels.at(-1) ?? dir
    if (character >= '\u2066' && character <= '\u2068') {
      const within = character === '\u2066' ? 'ltr' : character === '\u2067' ? 'rtl' : textDirection(untilEnd(line, at + 1), around)
      if (within !== around) text += MARKS[around]
      end()
      levels.push(within)
      if (within !== around) text = MARKS[within]
    } else if (character !== '\u2069') text += character
    else if (levels.length > 1) {
      const outside = levels.at(-2) ?? dir
      if (outside !== around) text += MARKS[around]
      end()
      levels.pop()
      if (outside !== around) text = MARKS[outside]
    }
  }
  end()
  return runs
}

/** What stands in the isolate that begins there. */
function untilEnd(line: string, start: number): string {
  let depth = 1
  for (let at = start; at < line.length; at++) {
    const character = line.charAt(at)
    if (character >= '\u2066' && character <= '\u2068') depth++
    else if (character === '\u2069' && --depth === 0) return line.slice(start, at)
  }
  return line.slice(start)
}
