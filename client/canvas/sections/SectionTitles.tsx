import { can } from '#shared/permissions/can.ts'
import type { SectionId } from '#shared/wall/ids.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import type { WallScene } from '../wallScene.ts'
import { SectionDialog } from './SectionDialog.tsx'
import { SectionTitle } from './SectionTitle.tsx'

interface SectionTitlesProps {
  scene: WallScene
  /** Nothing can be changed here. */
  readOnly: boolean
}

/** The titles of the sections over the wall, with their handles for whoever may move them. */
export function SectionTitles({ scene, readOnly }: SectionTitlesProps) {
  const session = useSession()
  const sections = useSessionState(({ wall }) => wall.sections)
  const mayChange = useSessionState(({ wall }) => !readOnly && can(session.role, session.me?.id, { type: 'removeSection', id: '' as SectionId }, wall))
  return (
    <>
      {[...sections.values()].map((section) => (
        <SectionTitle key={section.id} scene={scene} section={section} mayChange={mayChange} />
      ))}
      {mayChange && <SectionDialog scene={scene} />}
    </>
  )
}
