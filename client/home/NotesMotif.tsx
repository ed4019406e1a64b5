import styles from './NotesMotif.module.css'

interface DrawnNote {
  kind: 'need' | 'offer'
  /** Upper left corner, in units of the drawing. */
  x: number
  y: number
  /** Degrees: notes are put up by hand. */
  turn: number
  /** Widths of the written lines, in units of the drawing. */
  lines: readonly number[]
}

const SIDE = 74
const NOTES: readonly DrawnNote[] = [
  { kind: 'need', x: 26, y: 30, turn: -5, lines: [46, 38, 24] },
  { kind: 'offer', x: 132, y: 22, turn: 3, lines: [44, 48, 30] },
  { kind: 'need', x: 84, y: 128, turn: 4, lines: [40, 46] },
  { kind: 'offer', x: 236, y: 116, turn: -4, lines: [48, 36, 42] },
  { kind: 'need', x: 322, y: 24, turn: 5, lines: [44, 40, 20] },
  { kind: 'offer', x: 444, y: 40, turn: -3, lines: [46, 30] },
  { kind: 'need', x: 392, y: 134, turn: -4, lines: [38, 46, 34] },
  { kind: 'offer', x: 508, y: 130, turn: 6, lines: [42, 46, 26] },
]
/** Which needs have found their offer: from the middle of one note to the middle of another. */
const PAIRS: readonly (readonly [need: number, offer: number])[] = [
  [2, 3],
  [4, 5],
]

/** A wall on which the first notes have found each other. */
export function NotesMotif() {
  return (
    <svg viewBox="0 0 610 230" aria-hidden="true" className={styles.motif}>
      {PAIRS.map(([need, offer]) => (
        <path key={need} d={arc(NOTES[need], NOTES[offer])} pathLength={1} className={styles.thread} />
      ))}
      {NOTES.map((note, index) => (
        <g key={index} transform={`translate(${note.x} ${note.y}) rotate(${note.turn} ${SIDE / 2} ${SIDE / 2})`} className={styles[note.kind]}>
          <rect x="2" y="4" width={SIDE} height={SIDE} rx="3" className={styles.shade} />
          <rect width={SIDE} height={SIDE} rx="3" className={styles.paper} />
          <path d={note.lines.map((width, line) => `M12 ${22 + line * 12}h${width}`).join('')} className={styles.writing} />
          <path d={`M12 ${SIDE - 10}h20`} className={styles.name} />
        </g>
      ))}
      {PAIRS.flat().map((index) => (
        <circle key={index} cx={(NOTES[index]?.x ?? 0) + SIDE / 2} cy={(NOTES[index]?.y ?? 0) - 1} r="5" className={styles.pin} />
      ))}
    </svg>
  )
}

/** A thread that hangs between the pins of two notes. */
function arc(from: DrawnNote | undefined, to: DrawnNote | undefined): string {
  if (!from || !to) return ''
  const [x1, y1, x2, y2] = [from.x + SIDE / 2, from.y - 1, to.x + SIDE / 2, to.y - 1]
  return `M${x1} ${y1}Q${(x1 + x2) / 2} ${Math.min(y1, y2) - 26} ${x2} ${y2}`
}
