import i18next from 'i18next'
import type { Session } from '../../session/openSession.ts'
import { NO_FILTER } from '../../state/noteFilter.ts'
import { filterNotes, useView } from '../../state/viewStore.ts'
import { giveHint } from '../hints.ts'
import type { WallScene } from '../wallScene.ts'

/** Shows one's own notes, with all others dimmed; asked for again, it ends that. @returns whether anybody is asking who can have notes */
export function findMine(scene: WallScene, session: Session): boolean {
  const { me } = session
  if (!me) return false
  if (useView.getState().filter.onlyMine) {
    filterNotes({ onlyMine: false })
    return true
  }
  const mine = scene.index.all().filter(({ note }) => note.author === me.id).map(({ note }) => note.id)
  if (mine.length === 0) giveHint({ text: i18next.t('find.noneMine') })
  else {
    filterNotes({ ...NO_FILTER, onlyMine: true })
    scene.seek(mine)
  }
  return true
}
