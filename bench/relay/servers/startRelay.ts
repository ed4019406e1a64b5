import { startHocuspocus, startWebsocketServer } from './peers.ts'
import { startPollinate } from './pollinate.ts'
import type { RelayUnderTest, ServerName, StartOptions } from './relayUnderTest.ts'

const START: Record<ServerName, (options: StartOptions) => Promise<RelayUnderTest>> = {
  pollinate: startPollinate,
  hocuspocus: startHocuspocus,
  'websocket-server': startWebsocketServer,
}

export const startRelay = (name: ServerName, options: StartOptions = { isInspected: false }): Promise<RelayUnderTest> => START[name](options)
