import styles from './ProblemPage.module.css'

/** A note that has come off the wall. */
export function FallenNote() {
  return (
    <svg viewBox="0 0 120 76" aria-hidden="true" className={styles.drawing}>
      <path d="M6 68h108" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
      <path d="M46 12q4 8-2 14t2 12" fill="none" stroke="var(--line-strong)" strokeWidth="2" strokeDasharray="3 5" strokeLinecap="round" />
      <path d="M36 30l38-6q4 18 12 42H40q-2-20-4-36z" fill="var(--need)" stroke="var(--need-edge)" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M86 66q-10-4-14-14l10-2z" fill="var(--need-edge)" opacity=".35" />
      <path d="M46 40l20-3M47 48l17-2" stroke="var(--need-edge)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
