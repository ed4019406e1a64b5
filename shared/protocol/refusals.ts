/**
 * Why the room did not take a change. The code travels in a y-protocols "permission denied" message to the sender alone;
 * what a person reads is in the locales. A client that offers only what `can` allows never hears one.
 */
export const REFUSALS = [
  /** A note, side, card or entry that belongs to somebody else. */
  'notYours',
  /** Written in somebody else's name, or under a client id that somebody else holds. */
  'notYou',
  /** Only the facilitator may: the wall's settings, writing for a person without a device. */
  'facilitatorOnly',
  /** Nothing of the kind belongs in this place of the document. */
  'badPlace',
  /** The place is right and the value is not. */
  'badValue',
  /** A text longer than a wall takes. */
  'tooLong',
] as const
export type Refusal = (typeof REFUSALS)[number]
