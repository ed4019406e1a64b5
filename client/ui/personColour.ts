/** White text on each of them is at least 4.5:1; none comes near the yellow and red of the notes. */
const COLOURS = ['#0b6e8f', '#6b4fa0', '#2f6f3e', '#a0437a', '#6d5a00', '#3b5bb5', '#00706b', '#7b4a2d', '#52616b', '#8a3fa0', '#46690a', '#1f5f8b']

/** The colour of a person, by their id: the same on every screen, in lists and at cursors. */
export function personColour(id: string): string {
  let sum = 0
  for (let at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) % 65_521
  return COLOURS[sum % COLOURS.length] ?? '#52616b'
}
