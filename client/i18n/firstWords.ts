/**
 * The words that door, list and form are written with, by their keys or the beginnings of them: they are sent before the notes.
 * All others come with what is opened later (`loadMoreWords`).
 */
export const FIRST_WORDS: readonly string[] = [
  // The page itself, and what is said when it does not come.
  'app',
  'common',
  'connection.closed',
  'connection.problem',
  'notLoaded',
  'skip',
  'status',
  // The door.
  'consent.record',
  'consent.recordHelp',
  'join',
  'looks',
  // The wall, as long as nothing is opened over it.
  'again.bringIn',
  'again.importedFrom',
  'bin.open',
  'card.doneBy',
  'card.doneWords',
  'card.droppedBy',
  'card.droppedWords',
  'contact.pairWith',
  'contact.supportedBy',
  'erasing',
  'find',
  'form',
  'hand.selected',
  'history.open',
  'keeping.title',
  'keys.cap',
  'keys.title',
  'kind',
  'list',
  'match.searching',
  'mine.title',
  'move.open',
  'note',
  'pair.state',
  'paste.menu',
  'people',
  'places',
  'sections.in',
  'sections.new',
  'selected',
  'spoken',
  'standing',
  'table',
  'together.follow',
  'undo',
  'wall',
  'withheld',
  'words.ofNote',
  'words.read',
  'words.teach',
  'workshop.title',
]

/** @param key whole, with the form of its plural: `list.count_other`; or a section */
export const isFirstWord = (key: string): boolean => FIRST_WORDS.some((first) => key === first || key.startsWith(`${first}.`) || key.startsWith(`${first}_`))
