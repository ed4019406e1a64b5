import type { TFunction } from 'i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { WallId } from '#shared/wall/ids.ts'
import type { Language, Person } from '#shared/wall/schema.ts'
import type { AddressCard } from '#shared/vcard/writeVcards.ts'

/**
 * Somebody of a wall for an address book, in the reader's language; the same card in every file.
 * @param title of the wall
 */
export function addressCard(
  t: TFunction,
  language: Language,
  { wallId, title, id, name, institution, country, contact }: Pick<Person, 'id' | 'name' | 'institution' | 'country'> & { wallId: WallId; title: string; contact: string },
): AddressCard {
  return { uid: `${wallId}-${id}`, name, institution, country: countryName(country, language), contact, note: t('consent.cardNote', { title: title.trim() || t('record.noTitle') }) }
}
