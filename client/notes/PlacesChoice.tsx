import { useTranslation } from 'react-i18next'
import { MOST_PLACES, type Note } from '#shared/wall/schema.ts'
import { useSession } from '../session/SessionContext.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import type { Opened } from '../ui/Opener.tsx'

const NOT_SAID = 'none'
const NUMBERS = Array.from({ length: MOST_PLACES }, (_, index) => String(index + 1))

/** For how many countries an offer that is on the wall has places, to be chosen. */
export function PlacesChoice({ note: { id, places }, ...opened }: { note: Note } & Opened) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Menu
      {...opened}
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
