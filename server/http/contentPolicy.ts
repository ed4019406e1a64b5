import { contentSecurityPolicy } from 'helmet'
import type { IncomingMessage } from 'node:http'

/**
 * What a page may load: our own files, and nothing from elsewhere. WebAssembly is allowed for the PDF's text shaping;
 * style elements and attributes for React Aria, which sets them by script.
 */
export const contentPolicy = contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    workerSrc: ["'self'"],
    // Older Safari does not count a WebSocket to the same host as 'self'.
    connectSrc: ["'self'", (request: IncomingMessage) => socketsOf(request.headers.host)],
    imgSrc: ["'self'", 'data:', 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
})

const socketsOf = (host: string | undefined): string =>
  host !== undefined && /^[a-z0-9.:[\]-]+$/i.test(host) ? `ws://${host} wss://${host}` : "'self'"
