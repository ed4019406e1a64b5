import { useEffect, useRef, useState } from 'react'
import { useSpeaking } from './speaking.ts'
import styles from './Spoken.module.css'

/** A busy room must not talk over what is being read: at most one word in so long. */
const EVERY_MS = 5000

/** Tells a screen reader politely what waits, many arrivals in one sentence. */
export function SpokenNews({ words }: { words: string }) {
  const isOn = useSpeaking((speaking) => speaking.isOn)
  const [spoken, setSpoken] = useState('')
  const latest = useRef(words)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = words
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      setSpoken(latest.current)
    }, EVERY_MS)
  }, [words])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return (
    <p role="status" className={styles.spoken}>
      {isOn && spoken}
    </p>
  )
}
