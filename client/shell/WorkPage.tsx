import { useState } from 'react'
import { PairDialog } from '../panels/pairs/PairDialog.tsx'
import { PairNewsBanner } from '../panels/pairs/PairNewsBanner.tsx'
import { useLeaveWarning } from '../panels/status/useLeaveWarning.ts'
import { showTab, useView } from '../state/viewStore.ts'
import { DeletedToast } from './DeletedToast.tsx'
import { PhoneWall } from './PhoneWall.tsx'
import { PHONE, useMedia } from './useMedia.ts'
import { WallDialogs, type OpenDialog } from './WallDialogs.tsx'
import { WallHead } from './WallHead.tsx'
import { WideWall } from './WideWall.tsx'
import styles from './WorkPage.module.css'

/** The wall for those who work on it. */
export function WorkPage() {
  const isPhone = useMedia(PHONE)
  const [dialog, setDialog] = useState<OpenDialog>()
  /** Each request to write for somebody without a device is a new object. */
  const [postFor, setPostFor] = useState<object>()
  useLeaveWarning()
  const writeForSomeone = (): void => {
    setPostFor({})
    useView.setState({ isListOpen: true, side: 'form' })
    showTab('form')
  }
  return (
    <div className={styles.page}>
      <WallHead isPhone={isPhone} onDialog={setDialog} onPostFor={writeForSomeone} />
      {isPhone ? <PhoneWall postFor={postFor} /> : <WideWall postFor={postFor} />}
      <DeletedToast />
      <PairNewsBanner />
      <PairDialog />
      <WallDialogs open={dialog} onClose={() => setDialog(undefined)} />
    </div>
  )
}
