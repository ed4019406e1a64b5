/** The rooms' pace, in milliseconds. Tests bring their own; nothing else changes it. */
export interface Timing {
  /** The longest rest between two ticks. */
  readonly tickMs: number
  /** The rest grows by this for each client, up to the longest: alone one hardly waits, in a crowd frames are shared. */
  readonly tickMsPerClient: number
  /** A room rests so many times as long as its ticks take, if not less: a busy room takes up a share of the time. Measured in bench/RESULTS.md. */
  readonly tickRest: number
  /** So long presence may wait for an edit to go out with. */
  readonly presenceMs: number
  /** That grows by this for each client, too. */
  readonly presenceMsPerClient: number
  /** How long a room stays in memory after the last one left. */
  readonly idleMs: number
  /** A socket that heard nothing for so long is sent a message; y-websocket hangs up after 30 s of silence. */
  readonly quietMs: number
  /** How often a room with other servers compares itself with the store, and repeats to them who is here. */
  readonly beatMs: number
  /** A socket whose outgoing bytes do not move for so long is ended. */
  readonly stuckMs: number
  /** So long somebody who comes too often is kept waiting at the door. */
  readonly heldUpMs: number
  /** First pause after a failed commit; it doubles up to `retryMaxMs`. */
  readonly retryMs: number
  readonly retryMaxMs: number
  /** Over how long a shutdown spreads its goodbyes, since clients come back without jitter. */
  readonly goodbyeMs: number
  /** How long after a wall was written on a version of it is kept. */
  readonly versionMs: number
  /** So long a sentence model waits for more of a text before it reads it, where one is installed. */
  readonly likenMs: number
  /** How often a server that is not the one to do so asks whether it is now. */
  readonly likenAgainMs: number
}

export const TIMING: Timing = {
  tickMs: 30,
  tickMsPerClient: 0.15,
  tickRest: 0.5,
  presenceMs: 50,
  presenceMsPerClient: 0.5,
  idleMs: 30_000,
  quietMs: 12_000,
  beatMs: 5000,
  stuckMs: 30_000,
  heldUpMs: 1000,
  retryMs: 250,
  retryMaxMs: 2000,
  goodbyeMs: 5000,
  versionMs: 5 * 60_000,
  likenMs: 2000,
  likenAgainMs: 20_000,
}
