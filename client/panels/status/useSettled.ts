import { useEffect, useState } from 'react'

/** A value once it has stood still for a while; the one before until then. With 0 it follows at once. */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (afterMs === 0) return
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  if (afterMs === 0 && settled !== value) setSettled(value)
  return afterMs === 0 ? value : settled
}
