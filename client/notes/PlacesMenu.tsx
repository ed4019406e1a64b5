import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PLACES, type Note } from '#shared/wall/schema.ts'
import { useSession } from '../session/SessionContext.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'

const NOT_SAID = 'none'
const NUMBERS = Array.from({ length: MOST_PLACES }, (_, index) => String(index + 1))

/**
 * Says for how many countries an offer that is on the wall has places, or no longer says it.
 * @param props.trigger the button that opens the choices
 */
export function PlacesMenu({ note: { id, places }, trigger }: { note: Note; trigger: ReactNode }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Menu
      trigger={trigger}
      label={t('form.places')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[places === undefined ? NOT_SAID : String(places)]}
      onAction={(key) => session.commit([{ type: 'setPlaces', id, places: key === NOT_SAID ? undefined : Number(key) }])}
    >
      <MenuItem id={NOT_SAID} textValue={t('form.placesNotSaid')}>
        {t('form.placesNotSaid')}
      </MenuItem>
      {NUMBERS.map((number) => (
        <MenuItem key={number} id={number} textValue={number}>
          {number}
        </MenuItem>
      ))}
    </Menu>
  )
}
