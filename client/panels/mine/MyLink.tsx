import { QrCode as QrIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { personalLink } from '../../join/parseLink.ts'
import { rememberedWall } from '../../session/device.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import styles from './MyLink.module.css'

/** One's own link, which makes one the same person on any device. Not shown unasked: whoever reads it is that person. */
export function MyLink() {
  const { t } = useTranslation()
  const { wallId, key } = useSession()
  const [isShown, setShown] = useState(false)
  const { participant, secret } = rememberedWall(wallId) ?? {}
  const link = participant && secret !== undefined ? personalLink(location.origin, wallId, key, { participant, secret }) : undefined
  return (
    <section aria-labelledby="my-link" className={styles.part}>
      <h3 id="my-link">{t('mine.link.title')}</h3>
      {link === undefined && <p>{t('mine.link.unknown')}</p>}
      {link !== undefined && (
        <>
          <p>{t('mine.link.what')}</p>
          <Notice look="warn">{t('mine.link.warning')}</Notice>
          <Button icon={<QrIcon aria-hidden="true" />} onPress={() => setShown(!isShown)}>
            {t(isShown ? 'mine.link.hide' : 'mine.link.show')}
          </Button>
          {isShown && (
            <>
              <CopyField label={t('mine.link.label')} value={link} />
              <div className={styles.code}>
                <QrCode value={link} label={t('mine.link.code')} />
              </div>
            </>
          )}
        </>
      )}
    </section>
  )
}
