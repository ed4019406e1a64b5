import { QrCode as QrIcon, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Role } from '#shared/permissions/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { CopyField } from '../../ui/CopyField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import styles from './LinksList.module.css'

interface LinksListProps {
  /** A link that this device does not know is absent. */
  links: Readonly<Partial<Record<Role, string>>>
  /** Offers to replace links; only a facilitator can. */
  onRenew?: (role: Role) => void
}

/** In the order in which they are needed: most people get the first, one screen the second, few the third. */
const ORDER: readonly Role[] = ['participant', 'viewer', 'facilitator']

/** The three keys to a wall: what each is for, to copy and to photograph. */
export function LinksList({ links, onRenew }: LinksListProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.list}>
      {isOnlyHere(location.hostname) && <Notice look="warn">{t('links.onlyHere', { host: location.host })}</Notice>}
      {ORDER.map((role) => (
        <LinkCard key={role} role={role} link={links[role]} onRenew={onRenew && (() => onRenew(role))} />
      ))}
    </div>
  )
}

/** Addresses that mean "this computer" on every computer: a phone that reads the code would ask itself. */
const isOnlyHere = (hostname: string): boolean => /^(localhost|127\.|\[::1\]$)/.test(hostname)

function LinkCard({ role, link, onRenew }: { role: Role; link: string | undefined; onRenew: (() => void) | undefined }) {
  const { t } = useTranslation()
  // A facilitator's link is a key: it is not shown to a whole room by accident.
  const [isCodeShown, setCodeShown] = useState(role !== 'facilitator')
  const who = t(`links.${role}`)
  return (
    <section className={styles.card} data-role={role}>
      <div className={styles.words}>
        <h3 className={styles.who}>{who}</h3>
        <p className={styles.purpose}>{t(`links.${role}For`)}</p>
        {link === undefined ? <Notice>{t('links.unknown')}</Notice> : <CopyField label={t('links.linkLabel', { who })} value={link} />}
        <div className={styles.tools}>
          {role === 'facilitator' && link !== undefined && (
            <Button look="quiet" icon={<QrIcon aria-hidden="true" />} onPress={() => setCodeShown(!isCodeShown)}>
              {isCodeShown ? t('links.hideCode') : t('links.showCode')}
            </Button>
          )}
          {onRenew && (
            <Button icon={<RefreshCw aria-hidden="true" />} aria-label={`${t('links.renew')}: ${who}`} onPress={onRenew}>
              {t('links.renew')}
            </Button>
          )}
        </div>
      </div>
      {link !== undefined && isCodeShown && (
        <div className={classes(styles.code, role === 'participant' && styles.large)}>
          <QrCode value={link} label={t('links.code', { who })} />
          {role === 'facilitator' && <p className={styles.caution}>{t('links.showCodeWhy')}</p>}
        </div>
      )}
    </section>
  )
}
