/** Dark enough for white letters (4.5:1), and none of them the yellow or red of the notes. */
export const CURSOR_COLOURS = ['#0b57d0', '#14594a', '#6b3fa0', '#7a4b00', '#00677d', '#9c2c77', '#3d5a1e', '#424a8c'] as const

export const CURSOR_SHAPES = ['arrow', 'drop', 'kite', 'hand'] as const
/** How a person's pointer is drawn: with the colours, 32 that can be told apart. */
export type CursorShape = (typeof CURSOR_SHAPES)[number]

/** A person's colour on every screen, from their id alone; two people may share one: shape and name tell them apart. */
export const cursorColour = (participant: string): string => CURSOR_COLOURS[sumOf(participant) % CURSOR_COLOURS.length] ?? CURSOR_COLOURS[0]

/** A person's pointer on every screen, from their id alone. */
export const cursorShape = (participant: string): CursorShape =>
  CURSOR_SHAPES[Math.floor(sumOf(participant) / CURSOR_COLOURS.length) % CURSOR_SHAPES.length] ?? CURSOR_SHAPES[0]

function sumOf(participant: string): number {
  let sum = 0
  for (let i = 0; i < participant.length; i++) sum = (sum * 31 + participant.charCodeAt(i)) % 100_003
  return sum
}
