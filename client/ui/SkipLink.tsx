import styles from './SkipLink.module.css'

interface SkipLinkProps {
  /** Id of what it leads to. */
  to: string
  children: string
  onSkip: () => void
}

/** Leads past the head of a page; seen only by those who come to it with keys. The address stays: what is behind its `#` opens walls. */
export function SkipLink({ to, children, onSkip }: SkipLinkProps) {
  return (
    <a
      href={`#${to}`}
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault()
        onSkip()
      }}
    >
      {children}
    </a>
  )
}
