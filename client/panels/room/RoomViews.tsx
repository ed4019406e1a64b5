import { ChartNoAxesColumn, StickyNote, Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ROOM_VIEWS, type RoomView } from '#shared/wall/schema.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './RoomViews.module.css'

const ICONS = { wall: StickyNote, region: ChartNoAxesColumn, meetings: Timer }

/** Turns this screen to another page; quiet, since the back of the room need not read it. */
export function RoomViews({ view, onShow }: { view: RoomView; onShow: (view: RoomView) => void }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('room.views')} className={styles.views}>
      {ROOM_VIEWS.map((each) => {
        const Icon = ICONS[each]
        return (
          <IconButton key={each} label={t(`room.view.${each}`)} isDisabled={each === view} onPress={() => onShow(each)}>
            <Icon aria-hidden="true" />
          </IconButton>
        )
      })}
    </nav>
  )
}
