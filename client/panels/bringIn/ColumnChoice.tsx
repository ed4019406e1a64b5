import { useTranslation } from 'react-i18next'
import { IMPORT_FIELDS, type ImportField } from '#shared/importing/headings.ts'
import type { RowDefaults } from '#shared/importing/parseRows.ts'
import { LIMITS, NOTE_KINDS } from '#shared/wall/schema.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './BringInDialog.module.css'
import type { Source } from './readSource.ts'

type TableSource = Extract<Source, { is: 'table' }>

interface ColumnChoiceProps {
  source: TableSource
  defaults: RowDefaults
  onSource: (source: TableSource) => void
  onDefaults: (defaults: RowDefaults) => void
}

const NONE = 'none'
const NOT_SAID = 'notSaid'

/** Which column says what, and what holds where none does. */
export function ColumnChoice({ source, defaults, onSource, onDefaults }: ColumnChoiceProps) {
  const { t } = useTranslation()
  const countries = useSessionState(({ wall }) => wall.settings.countries)
  const { rows, columns, hasHeadings } = source
  const width = Math.max(...rows.slice(0, 50).map((row) => row.length), 1)
  const options = [
    { id: NONE, label: t('again.noColumn') },
    ...Array.from({ length: width }, (_, at) => ({ id: String(at), label: t('again.column', { number: at + 1, words: `\u2068${(rows[0]?.[at] ?? '').slice(0, 30)}\u2069` }) })),
  ]
  const choose = (field: ImportField, id: string): void => {
    const others = Object.fromEntries(Object.entries(columns).filter(([known]) => known !== field))
    onSource({ ...source, columns: id === NONE ? others : { ...others, [field]: Number(id) } })
  }
  return (
    <>
      <fieldset className={styles.fields}>
        <legend className={styles.legend}>{t('again.forAll')}</legend>
        <Select
          label={t('tables.header.kind')}
          options={[{ id: NOT_SAID, label: t('again.notSaid') }, ...NOTE_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))]}
          value={defaults.kind || NOT_SAID}
          onChange={(id) => onDefaults({ ...defaults, kind: NOTE_KINDS.find((kind) => kind === id) ?? '' })}
        />
        <CountryField label={t('tables.header.country')} optional value={defaults.country} first={countries} onChange={(country) => onDefaults({ ...defaults, country })} />
        <TextField label={t('tables.header.name')} optional value={defaults.name} maxLength={LIMITS.name} autoComplete="off" onChange={(name) => onDefaults({ ...defaults, name })} />
      </fieldset>
      {width > 1 && (
        <Disclosure title={t('again.columns')}>
          <div className={styles.fields}>
            {IMPORT_FIELDS.map((field) => (
              <Select
                key={field}
                label={t(`tables.header.${field}`)}
                options={options}
                value={String(columns[field] ?? NONE)}
                onChange={(id) => choose(field, id)}
              />
            ))}
            <Select
              label={t('again.firstRow')}
              options={[{ id: 'headings', label: t('again.firstRowHeadings') }, { id: 'note', label: t('again.firstRowNote') }]}
              value={hasHeadings ? 'headings' : 'note'}
              onChange={(id) => onSource({ ...source, hasHeadings: id === 'headings' })}
            />
          </div>
        </Disclosure>
      )}
    </>
  )
}
