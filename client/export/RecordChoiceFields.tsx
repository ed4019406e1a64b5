import { useTranslation } from 'react-i18next'
import { RECORD_PARTS, WALL_SHEETS, type RecordChoice, type RecordPart } from '#shared/record/recordChoice.ts'
import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { LANGUAGE_NAMES } from '../i18n/languageNames.ts'
import { CheckBox } from '../ui/CheckBox.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './RecordChoiceFields.module.css'

interface RecordChoiceFieldsProps {
  readonly choice: RecordChoice
  readonly onChoice: (choice: RecordChoice) => void
  /** Of headings and labels; notes stay in theirs. */
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** What goes into the record and on which paper; whoever wants all of it on one sheet opens none of this. */
export function RecordChoiceFields({ choice, onChoice, language, onLanguage }: RecordChoiceFieldsProps) {
  const { t } = useTranslation()
  const choose = (part: RecordPart, isChosen: boolean): void =>
    onChoice({ ...choice, parts: new Set(RECORD_PARTS.filter((one) => (one === part ? isChosen : choice.parts.has(one)))) })
  const all = choice.parts.size === RECORD_PARTS.length
  return (
    <Disclosure title={t('export.choose')} summary={all ? t('export.allParts') : t('export.someParts', { chosen: choice.parts.size, of: RECORD_PARTS.length })}>
      <div className={styles.fields}>
        <div role="group" aria-label={t('export.partsLabel')} className={styles.parts}>
          {RECORD_PARTS.map((part) => (
            <CheckBox key={part} label={t(`export.parts.${part}`)} isChecked={choice.parts.has(part)} onChange={(isChosen) => choose(part, isChosen)} />
          ))}
        </div>
        <Select
          label={t('export.sheetsLabel')}
          options={WALL_SHEETS.map((id) => ({ id, label: t(`export.sheets.${id}`) }))}
          value={choice.sheets}
          onChange={(sheets) => onChoice({ ...choice, sheets })}
          isDisabled={!choice.parts.has('wall')}
        />
        <Select
          label={t('export.languageLabel')}
          options={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id], lang: id }))}
          value={language}
          onChange={onLanguage}
        />
        <CheckBox label={t('export.grey')} help={t('export.greyHelp')} isChecked={choice.grey} onChange={(grey) => onChoice({ ...choice, grey })} />
      </div>
    </Disclosure>
  )
}
