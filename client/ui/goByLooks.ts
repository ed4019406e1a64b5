import type { KeyboardEvent } from 'react'

/** Of three radio buttons or more in a row that runs from right to left, the arrow to the left goes to the one on the left: browsers take it for "back" in every row. */
export function goByLooks(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: row, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const step = key === 'ArrowLeft' ? 1 : key === 'ArrowRight' ? -1 : 0
  if (step === 0 || getComputedStyle(row).direction !== 'rtl') return
  event.preventDefault()
  const radios = [...row.querySelectorAll('input')]
  const next = radios.at((radios.findIndex((radio) => radio === target) + step) % radios.length)
  next?.focus()
  next?.click()
}
