/** Dark enough for white letters (4.5:1), and none of them the yellow or red of the notes. */
const COLOURS = ['#0b57d0', '#14594a', '#6b3fa0', '#7a4b00', '#00677d', '#9c2c77', '#3d5a1e', '#424a8c'] as const

/** A person's colour on every screen, from their id alone; two people may share one: the name tells them apart. */
export function cursorColour(participant: string): string {
  let sum = 0
  for (let i = 0; i < participant.length; i++) sum = (sum * 31 + participant.charCodeAt(i)) % 100_003
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0]
}
