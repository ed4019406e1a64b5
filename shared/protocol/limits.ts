/** Sizes and rates that both ends of the wire agree on. */
export const WIRE = {
  /** Bytes of one message, which is also the most a wall's document may hold. */
  messageBytes: 16 * 1024 * 1024,
  /** Bytes of one awareness update. */
  presenceBytes: 4 * 1024,
  /** Connections to one wall. */
  clientsPerRoom: 500,
  /** Bytes of a JSON body under /api. */
  bodyBytes: 16 * 1024,
} as const

/** The subprotocol the relay speaks; the token is offered beside it and never echoed. */
export const SUBPROTOCOL = 'pollinate.v1'
