import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WallVersion } from '#shared/protocol/api.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useWhyKept } from './useWhyKept.ts'
import styles from './VersionList.module.css'
import { versionsByDay } from './versionsByDay.ts'

/** Versions by day: when each was kept, why, and how much was on the wall. */
export function VersionList({ versions, onOpen }: { versions: readonly WallVersion[]; onOpen: (version: WallVersion) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const whyKept = useWhyKept()
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return versionsByDay(versions, (at) => day.format(at)).map((group) => (
    <section key={group.day} aria-label={group.day}>
      <h3 className={styles.day}>{group.day}</h3>
      <ul role="list" className={styles.list}>
        {group.versions.map((version) => (
          <li key={version.id} className={styles.version}>
            <p className={styles.words}>
              <span className={styles.time}>{time.format(version.at)}</span>
              <span className={styles.quiet}>{whyKept(version)}</span>
              <span className={styles.quiet}>{t('list.count', { count: version.notes })}</span>
            </p>
            <Button icon={<Eye aria-hidden="true" />} aria-label={`${t('history.look')}: ${full.format(version.at)}`} onPress={() => onOpen(version)}>
              {t('history.look')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  ))
}
