import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { newId } from '#shared/wall/ids.ts'

/**
 * A new key of a link, or secret of a participant: 131 random bits. It is given away once; only its hash is stored.
 * It ends in a letter or digit: mail programs leave a trailing `-` or `_` out of a link.
 */
export function newKey(): string {
  const key = newId<string>(randomBytes)
  return /[-_]$/.test(key) ? newKey() : key
}

/** SHA-256, hex. Enough without salt or stretching, since keys are random and long. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

export const fitsHash = (key: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(key)), Buffer.from(hash))
