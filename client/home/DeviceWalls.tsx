import { Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { knownLinks } from '../panels/links/knownLinks.ts'
import { rememberedWalls, type DeviceWall } from '../session/device.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Opener } from '../ui/Opener.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { ForgetDialog } from './ForgetDialog.tsx'
import styles from './DeviceWalls.module.css'

/** One row on a laptop, little on a phone; the rest is one press away. */
const SHOWN_FIRST = 3

/** The walls made or joined here, the last one first. Nothing at all at the first visit. */
export function DeviceWalls() {
  const { t } = useTranslation()
  const [walls, setWalls] = useState(rememberedWalls)
  const [leaving, setLeaving] = useState<DeviceWall>()
  const [areAllShown, setAllShown] = useState(false)
  if (walls.length === 0) return null
  return (
    <section className={styles.walls} aria-labelledby="walls">
      <h2 id="walls" className={styles.title}>
        {t('home.yourWalls')}
      </h2>
      <ul className={styles.list}>
        {(areAllShown ? walls : walls.slice(0, SHOWN_FIRST)).map((wall) => (
          <WallItem key={wall.id} wall={wall} onForget={() => setLeaving(wall)} />
        ))}
      </ul>
      {!areAllShown && walls.length > SHOWN_FIRST && (
        <Button look="quiet" className={styles.more} onPress={() => setAllShown(true)}>
          {t('home.showAllWalls', { count: walls.length - SHOWN_FIRST })}
        </Button>
      )}
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
        <span className={styles.name}>
          <bdi>{title}</bdi>
        </span>
        <span className={styles.detail}>
          {t(`common.role.${role}`)} · {t('home.opened', { when })}
        </span>
      </Link>
      <Opener
        opens="menu"
        button={
          <IconButton label={t('home.moreFor', { title })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {(opened) => (
          <Menu {...opened} label={t('home.moreFor', { title })} onAction={onForget}>
            <MenuItem id="forget" danger textValue={t('home.forget')} icon={<Trash2 aria-hidden="true" />}>
              {t('home.forget')}
            </MenuItem>
          </Menu>
        )}
      </Opener>
    </li>
  )
}
