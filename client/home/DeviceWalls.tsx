import { Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { knownLinks } from '../panels/links/knownLinks.ts'
import { rememberedWalls, type DeviceWall } from '../session/device.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { ForgetDialog } from './ForgetDialog.tsx'
import styles from './DeviceWalls.module.css'

/** The walls made or joined here, the last one first. Nothing at all at the first visit. */
export function DeviceWalls() {
  const { t } = useTranslation()
  const [walls, setWalls] = useState(rememberedWalls)
  const [leaving, setLeaving] = useState<DeviceWall>()
  if (walls.length === 0) return null
  return (
    <section className={styles.walls} aria-labelledby="walls">
      <h2 id="walls" className={styles.title}>
        {t('home.yourWalls')}
      </h2>
      <ul className={styles.list}>
        {walls.map((wall) => (
          <WallItem key={wall.id} wall={wall} onForget={() => setLeaving(wall)} />
        ))}
      </ul>
      <ForgetDialog
        wall={leaving}
        onDone={() => {
          setWalls(rememberedWalls())
          setLeaving(undefined)
        }}
      />
    </section>
  )
}

function WallItem({ wall, onForget }: { wall: DeviceWall; onForget: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const links = knownLinks(wall.id)
  const role = links.facilitator ? 'facilitator' : links.participant ? 'participant' : 'viewer'
  const title = wall.title || t('home.noTitle')
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(wall.openedAt)
  return (
    <li className={styles.item} data-role={role}>
      <Link href={links[role] ?? '/'} className={classes(styles.link)}>
        <bdi className={styles.name}>{title}</bdi>
        <span className={styles.detail}>
          {t(`common.role.${role}`)} · {t('home.opened', { when })}
        </span>
      </Link>
      <Menu
        label={t('home.moreFor', { title })}
        onAction={onForget}
        trigger={
          <IconButton label={t('home.moreFor', { title })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem id="forget" danger textValue={t('home.forget')} icon={<Trash2 aria-hidden="true" />}>
          {t('home.forget')}
        </MenuItem>
      </Menu>
    </li>
  )
}
