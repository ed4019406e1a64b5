import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  LayoutGrid,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Opener } from '../ui/Opener.tsx'
import type { Arrangement } from './arrangeOnWall.ts'

const ARRANGEMENTS: readonly { how: Arrangement; icon: LucideIcon }[] = [
  { how: 'stack', icon: LayoutGrid },
  { how: 'left', icon: AlignStartVertical },
  { how: 'centre', icon: AlignCenterVertical },
  { how: 'right', icon: AlignEndVertical },
  { how: 'top', icon: AlignStartHorizontal },
  { how: 'middle', icon: AlignCenterHorizontal },
  { how: 'bottom', icon: AlignEndHorizontal },
  { how: 'across', icon: AlignHorizontalSpaceBetween },
  { how: 'down', icon: AlignVerticalSpaceBetween },
]

/**
 * The ways to bring several notes in order.
 * @param props.trigger the button that opens them
 */
export function ArrangeNotesMenu({ trigger, onArrange }: { trigger: ReactNode; onArrange: (how: Arrangement) => void }) {
  const { t } = useTranslation()
  return (
    <Opener opens="menu" button={trigger}>
      {(opened) => (
        <Menu {...opened} label={t('hand.arrange')} onAction={(how) => onArrange(how as Arrangement)}>
          {ARRANGEMENTS.map(({ how, icon: Icon }) => (
            <MenuItem key={how} id={how} icon={<Icon aria-hidden="true" />} textValue={t(`hand.how.${how}`)}>
              {t(`hand.how.${how}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </Opener>
  )
}
