import type { TFunction } from 'i18next'
import type { Outlook } from '#shared/matching/outlook.ts'
import type { NoteKind } from '#shared/wall/schema.ts'

/** What would help a note that has no likely match yet. */
export function outlookInWords(outlook: Outlook | undefined, kind: NoteKind, t: TFunction): string {
  switch (outlook?.help) {
    case undefined:
      return t('match.nothingYetHelp')
    case 'words':
    case 'languages':
    case 'more':
    case 'topic':
      return t(`match.outlook.${outlook.help}`)
    case 'first':
      return t(`match.outlook.${kind}.first`)
    case 'countries':
      return t(`match.outlook.${kind}.countries`, { number: outlook.all })
    case 'wait':
      return t(`match.outlook.${kind}.wait`, { number: outlook.elsewhere })
  }
}
