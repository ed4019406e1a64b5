import type { RecordContact } from '#shared/protocol/api.ts'
import type { Contacts } from '#shared/record/buildRecord.ts'

export const contactsById = (contacts: readonly RecordContact[]): Contacts => new Map(contacts.map(({ participant, contact }) => [participant, contact]))
