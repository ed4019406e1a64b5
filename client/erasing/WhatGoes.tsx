import { useTranslation } from 'react-i18next'
import { CheckBox } from '../ui/CheckBox.tsx'

interface WhatGoesProps {
  readonly doNotesGo: boolean
  readonly onNotes: (doGo: boolean) => void
}

/** What goes of a person who is erased, and whether their notes do; said before anything is done. */
export function WhatGoes({ doNotesGo, onNotes }: WhatGoesProps) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('erasing.goes')}</p>
      <CheckBox label={t('erasing.notesGo')} help={t('erasing.notesGoHelp')} isChecked={doNotesGo} onChange={onNotes} />
      <p>{t('erasing.agreedStays')}</p>
      <p>{t('erasing.limits')}</p>
      <p>
        <strong>{t('erasing.forGood')}</strong>
      </p>
    </>
  )
}
