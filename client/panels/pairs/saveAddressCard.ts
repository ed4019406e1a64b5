import { writeVcards, type AddressCard } from '#shared/vcard/writeVcards.ts'
import { saveFile } from '../../ui/saveFile.ts'

/** An address card to keep, which every address book opens. */
export function saveAddressCard(card: AddressCard): void {
  const url = URL.createObjectURL(new Blob([writeVcards([card], Date.now())], { type: 'text/vcard;charset=utf-8' }))
  saveFile(url, `${card.name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').slice(0, 60)}.vcf`)
  // The browser has begun to read it by then; what is not let go of stays in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
