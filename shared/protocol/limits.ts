/** Sizes and rates that both ends of the wire agree on. */
export const WIRE = {
  /** Bytes of one message, which is also the most a wall's document may hold. */
  messageBytes: 16 * 1024 * 1024,
  /** What one connection may send, and at once after a quiet time. Who sends faster is read more slowly; nothing is dropped. */
  messagesPerSecond: 64,
  messagesAtOnce: 256,
  bytesPerSecond: 512 * 1024,
  bytesAtOnce: 16 * 1024 * 1024,
  /** Bytes of one awareness update; a larger one is not passed on. */
  presenceBytes: 4 * 1024,
  /** How often one connection's presence is passed on; in between the newest takes the place of what came before it. */
  presencePerSecond: 15,
  /** Client ids that one connection may show at the same time; an honest one shows one. */
  presencesPerSocket: 8,
  /** People who write on one wall, and all who look at it, as connections. */
  writersPerWall: 500,
  socketsPerWall: 2000,
  /** Connections of one person: tabs and devices. */
  socketsPerPerson: 12,
  /** Connections of one address that have not yet shown that they may come in. */
  handshakesPerAddress: 50,
  /** How often one person, or one page of a viewer, comes in, and at once after a quiet time: all of their tabs and devices four times. */
  comingsPerSecond: 1,
  comingsAtOnce: 48,
  /** The same of one address; at once, as many times as all the connections that it may have. */
  comingsOfAddressPerSecond: 40,
  roomfulsAtOnce: 4,
  /** Bytes of a JSON body under /api. */
  bodyBytes: 16 * 1024,
  /** The same of a wall that is restored from a file. */
  wallFileBytes: 16 * 1024 * 1024,
} as const

/** The subprotocol the relay speaks; the token is offered beside it and never echoed. */
export const SUBPROTOCOL = 'pollinate.v1'
