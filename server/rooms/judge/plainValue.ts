/** Ample for a fact about a pair with the whole card in it. */
const MOST_CHARACTERS = 50_000
const MOST_PARTS = 200

/** Whether a name would reach what every object inherits (`__proto__`, `constructor`, …) in somebody's code. */
export const isInherited = (name: string): boolean => name in Object.prototype

/** Whether this is plain data of a sane size: what JSON can say, with no name that every object inherits. */
export function isPlain(value: unknown): boolean {
  let parts = 0
  let characters = 0
  const fits = (part: unknown): boolean => {
    if (++parts > MOST_PARTS) return false
    if (part === null || typeof part === 'boolean') return true
    if (typeof part === 'number') return Number.isFinite(part)
    if (typeof part === 'string') return (characters += part.length) <= MOST_CHARACTERS
    if (Array.isArray(part)) return part.every(fits)
    // An object that was sent with `__proto__` in it has another prototype now.
    if (typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype) return false
    return Object.entries(part).every(([name, inner]) => !isInherited(name) && (characters += name.length) <= MOST_CHARACTERS && fits(inner))
  }
  return fits(value)
}
