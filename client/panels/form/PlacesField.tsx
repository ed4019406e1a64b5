import { useTranslation } from 'react-i18next'
import { MOST_PLACES } from '#shared/wall/schema.ts'
import { Select } from '../../ui/Select.tsx'

const NOT_SAID = 'none'
const NUMBERS = Array.from({ length: MOST_PLACES }, (_, index) => String(index + 1))

/** How many countries an offer can serve; it need not say. */
export function PlacesField({ places, onChange }: { places: number | undefined; onChange: (places: number | undefined) => void }) {
  const { t } = useTranslation()
  const options = [{ id: NOT_SAID, label: t('form.placesNotSaid') }, ...NUMBERS.map((id) => ({ id, label: id }))]
  return (
    <Select
      label={t('form.places')}
      optional
      options={options}
      value={places === undefined ? NOT_SAID : String(places)}
      onChange={(id) => onChange(id === NOT_SAID ? undefined : Number(id))}
    />
  )
}
