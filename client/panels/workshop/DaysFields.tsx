import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DaysFields.module.css'
import type { DaysProblem, DaysTyped } from './readDays.ts'

interface DaysFieldsProps {
  days: DaysTyped
  problem: DaysProblem | undefined
  onChange: (days: DaysTyped) => void
}

/** On which days a workshop is held. */
export function DaysFields({ days, problem, onChange }: DaysFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.days}>
      <TextField
        label={t('workshop.firstDay')}
        optional
        type="date"
        error={problem === 'firstMissing' ? t('workshop.firstMissing') : undefined}
        value={days.first}
        onChange={(first) => onChange({ ...days, first })}
      />
      <TextField
        label={t('workshop.lastDay')}
        description={t('workshop.lastDayHelp')}
        optional
        type="date"
        error={problem === 'lastBeforeFirst' ? t('workshop.lastBeforeFirst') : undefined}
        value={days.last}
        onChange={(last) => onChange({ ...days, last })}
      />
    </div>
  )
}
