import { useTranslation } from 'react-i18next'
import { MyNotes } from '../panels/form/MyNotes.tsx'
import { MyData } from '../panels/mine/MyData.tsx'
import { MyLink } from '../panels/mine/MyLink.tsx'
import { MyPairs } from '../panels/pairs/MyPairs.tsx'
import { RequestsList } from '../panels/pairs/RequestsList.tsx'
import { showMyPage, useView } from '../state/viewStore.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** What is this person's own, in the order in which it asks for something: requests, pairs, agreements, notes, their own link, their data. */
export function MyPage() {
  const { t } = useTranslation()
  const isOpen = useView((view) => view.isMyPageOpen)
  return (
    <Dialog wide title={t('mine.title')} isOpen={isOpen} onClose={() => showMyPage(false)}>
      <RequestsList />
      <MyPairs />
      <MyNotes />
      <MyLink />
      <MyData />
    </Dialog>
  )
}
