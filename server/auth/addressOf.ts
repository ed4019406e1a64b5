import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'

/** What counts as one place that people come from: an IPv4 address, or the /64 of an IPv6 one. */
export type Address = string & { readonly brand: 'Address' }

/** This machine itself, whichever way it spells its name. */
export const OWN_MACHINE = 'this machine' as Address

/**
 * Where a request comes from.
 * @param proxyHeader the header in which the operator's proxy writes whom it speaks for, lower case; its last entry is the
 *   proxy's own word, and what stands before that anybody can write. Without it the socket's other end is taken.
 */
export function addressOf({ headers, socket }: IncomingMessage, proxyHeader: string | undefined): Address {
  const named = proxyHeader === undefined ? undefined : headers[proxyHeader]
  const last = (Array.isArray(named) ? named.join() : named)?.split(',').pop()?.trim()
  return placeOf(withoutPort(last ?? '')) ?? placeOf(socket.remoteAddress ?? '') ?? ('' as Address)
}

/** @returns `undefined` for what is no address */
function placeOf(ip: string): Address | undefined {
  const [, mapped = ip] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? []
  if (isIPv4(mapped)) return (mapped.startsWith('127.') ? OWN_MACHINE : mapped) as Address
  if (!isIPv6(ip)) return undefined
  const groups = groupsOf(ip)
  if (groups.every((group, index) => group === (index === 7 ? 1 : 0))) return OWN_MACHINE
  // A household or a phone is given a whole /64 and may change its address within it at will.
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64` as Address
}

/** The eight groups of an IPv6 address. */
function groupsOf(ip: string): number[] {
  // The URL parser writes the address in its shortest form, without a zone and with any IPv4 tail in hex.
  const shortest = new URL(`http://[${ip.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [before = [], after = []] = shortest.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].map((group) => parseInt(group, 16))
}

/** Some proxies name the port too: `192.0.2.7:4711`, `[2001:db8::1]:4711`. */
const withoutPort = (entry: string): string => entry.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
