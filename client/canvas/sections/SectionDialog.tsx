import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { boxAt, centreOf, type Box } from '#shared/layout/box.ts'
import { findFreePlace } from '#shared/layout/findFreePlace.ts'
import { boxRound } from '#shared/layout/moveSection.ts'
import { newId, type SectionId } from '#shared/wall/ids.ts'
import { LIMITS, type Section } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { nameSection, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { seenBox } from '../camera.ts'
import type { WallScene } from '../wallScene.ts'

/** Room for a dozen notes, where the screen shows as much. */
const NEW_SIZE = { width: 920, height: 620 }
/** Share of what is seen that a new section takes at most, and what it has at least, for one note. */
const SHARE = 0.7
const LEAST = 280
/** Between two sections, so that their titles do not lie on each other. */
const SECTION_GAP = 80

/** Names a section: a new one, round what is selected or in the middle of what is seen, or one that is there. */
export function SectionDialog({ scene }: { scene: WallScene }) {
  const naming = useView((view) => view.namedSection)
  if (naming === undefined) return null
  return <NamingDialog key={naming} scene={scene} naming={naming} />
}

function NamingDialog({ scene, naming }: { scene: WallScene; naming: SectionId | 'new' }) {
  const { t } = useTranslation()
  const session = useSession()
  const before = naming === 'new' ? undefined : session.store.getState().wall.sections.get(naming)
  const [title, setTitle] = useState(before?.title ?? '')
  const [isAsked, setAsked] = useState(false)
  const [selected] = useState(() => useView.getState().selection.size)
  const isBlank = title.trim() === ''
  const close = (): void => nameSection(undefined)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (isBlank) return
    const id = before?.id ?? newId<SectionId>((count) => crypto.getRandomValues(new Uint8Array(count)))
    session.commit([{ type: 'setSection', id, title: title.trim(), box: before?.box ?? placeOfNew(scene, session.store.getState().wall.sections.values()) }])
    close()
  }
  const description = before ? undefined : selected > 0 ? t('sections.roundSelected', { count: selected }) : t('sections.whereNew')
  return (
    <Dialog
      isOpen
      title={before ? t('sections.rename') : t('sections.new')}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="section-name">
            {before ? t('common.save') : t('sections.make')}
          </Button>
        </>
      }
    >
      <form id="section-name" onSubmit={save}>
        <TextField
          autoFocus
          label={t('sections.title')}
          description={description}
          error={isAsked && isBlank ? t('sections.noTitle') : undefined}
          value={title}
          onChange={setTitle}
          maxLength={LIMITS.title}
        />
      </form>
    </Dialog>
  )
}

/** Round the selected notes; else in the middle of what is seen, off the other sections. */
function placeOfNew(scene: WallScene, sections: Iterable<Section>): Box {
  const round = boxRound([...useView.getState().selection].flatMap((id) => scene.index.get(id) ?? []))
  if (round) return round
  const seen = seenBox(scene.man.camera(), scene.man.size())
  const [x, y] = centreOf(seen)
  const fit = (most: number, side: number): number => Math.round(Math.max(LEAST, Math.min(most, side * SHARE)))
  const size = { width: fit(NEW_SIZE.width, seen.width), height: fit(NEW_SIZE.height, seen.height) }
  const near = [Math.round(x - size.width / 2), Math.round(y - size.height / 2)] as const
  return boxAt(findFreePlace(size, near, [...sections].map(({ box }) => box), SECTION_GAP), size)
}
