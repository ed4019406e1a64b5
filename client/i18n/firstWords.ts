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
  'again.importedFrom',
  'card.doneBy',
  'card.doneWords',
  'card.droppedBy',
  'card.droppedWords',
  'contact.pairWith',
  'contact.supportedBy',
  'find',
  'form',
  'hand.selected',
  'keys.cap',
  'kind',
  'list',
  'match.searching',
  'mine.title',
  'move.open',
  'note',
  'pair.state',
  'people.here',
  'people.title',
  'places',
  'sections.in',
  'selected',
  'spoken',
  'standing',
  'table',
  'undo',
  'wall',
  'withheld',
  'words.ofNote',
]

/** @param key whole, with the form of its plural: `list.count_other`; or a section */
export const isFirstWord = (key: string): boolean => FIRST_WORDS.some((first) => key === first || key.startsWith(`${first}.`) || key.startsWith(`${first}_`))
