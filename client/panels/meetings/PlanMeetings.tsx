import { CalendarClock, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meetingRequest } from '#shared/meetings/meetingRequest.ts'
import type { MeetingPlan, MeetingRequest } from '#shared/meetings/planMeetings.ts'
import { timetable } from '#shared/meetings/timetable.ts'
import { MEETING_LIMITS } from '#shared/wall/schema.ts'
import { isDismissed } from '../../pairing/isDismissed.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Meetings.module.css'
import { RoundTable } from './RoundTable.tsx'

const MINUTES = [5, 8, 10, 12, 15, 20, 30, 45, 60]
const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1)

interface Planned {
  readonly plan: MeetingPlan
  readonly startsAt: number
  readonly minutes: number
}

/** For a facilitator: a round of meetings is planned, looked at, and only then shown to everybody. */
export function PlanMeetings({ planMeetings }: { planMeetings: (request: MeetingRequest) => Promise<MeetingPlan> }) {
  const { t } = useTranslation()
  const session = useSession()
  const published = useSessionState(({ wall }) => wall.settings.meetings)
  const notes = useSessionState(({ wall }) => wall.notes)
  const [minutes, setMinutes] = useState(10)
  const [rounds, setRounds] = useState(4)
  const [tables, setTables] = useState(() => Math.max(1, Math.min(MEETING_LIMITS.tables, new Set([...notes.values()].map(({ country }) => country)).size >> 1)))
  const [time, setTime] = useState(nextFiveMinutes)
  const [asked, setAsked] = useState<'publish' | 'withdraw'>()
  const [planned, setPlanned] = useState<Planned | 'planning' | 'failed'>()
  const change = <T,>(set: (value: T) => void) => (value: T): void => {
    set(value)
    setPlanned(undefined)
  }

  const preview = async (): Promise<void> => {
    setPlanned('planning')
    try {
      const { wall } = session.store.getState()
      const plan = await planMeetings(meetingRequest(wall, { rounds, tables }, (pair, person) => isDismissed(pair, person, wall.notes)))
      setPlanned({ plan, minutes, startsAt: todayAt(time) })
    } catch {
      setPlanned('failed') // no matcher on this device: the page says so
    }
  }
  const publish = ({ plan, ...when }: Planned): void => {
    session.commit([{ type: 'publishMeetings', ...when, rounds: plan.rounds }])
    setPlanned(undefined)
    setAsked(undefined)
  }
  const withdraw = (): void => {
    session.commit([{ type: 'withdrawMeetings' }])
    setAsked(undefined)
  }
  const ready = typeof planned === 'object' ? planned : undefined
  return (
    <section aria-labelledby="plan-meetings" className={styles.plan}>
      <h2 id="plan-meetings" className={styles.title}>{t(published ? 'meetings.planAgain' : 'meetings.plan')}</h2>
      <p>{t('meetings.planMeaning')}</p>
      <div className={styles.fields}>
        <NumberSelect label={t('meetings.minutes')} options={MINUTES} value={minutes} onChange={change(setMinutes)} />
        <NumberSelect label={t('meetings.rounds')} options={upTo(MEETING_LIMITS.rounds)} value={rounds} onChange={change(setRounds)} />
        <NumberSelect label={t('meetings.tables')} options={upTo(MEETING_LIMITS.tables)} value={tables} onChange={change(setTables)} />
        <TextField label={t('meetings.start')} type="time" value={time} onChange={change(setTime)} />
      </div>
      <div className={styles.buttons}>
        <Button look={ready ? 'secondary' : 'primary'} icon={<CalendarClock aria-hidden="true" />} isPending={planned === 'planning'} isDisabled={time === ''} onPress={() => void preview()}>
          {t('meetings.preview')}
        </Button>
        {published && (
          <Button icon={<Trash2 aria-hidden="true" />} onPress={() => setAsked('withdraw')}>
            {t('meetings.withdraw')}
          </Button>
        )}
      </div>
      {planned === 'failed' && <Notice look="error" isAlert>{t('meetings.failed')}</Notice>}
      {ready && ready.plan.rounds.length === 0 && <Notice look="warn" isAlert>{t('meetings.nothing')}</Notice>}
      {ready && ready.plan.rounds.length > 0 && (
        <>
          <Notice look={ready.plan.leftOut > 0 ? 'warn' : 'good'} isAlert>
            {t('meetings.planned', { number: ready.plan.rounds.flat().length })} {ready.plan.leftOut > 0 && t('meetings.leftOut', { number: ready.plan.leftOut })}
          </Notice>
          {timetable({ ...ready, rounds: ready.plan.rounds }, notes).map((round) => (
            <RoundTable key={round.number} round={round} withTexts />
          ))}
          <Button look="primary" large icon={<Send aria-hidden="true" />} onPress={() => setAsked('publish')}>
            {t('meetings.publish')}
          </Button>
        </>
      )}
      {ready && (
        <ConfirmDialog title={t('meetingsNews.publishTitle')} action={t('meetings.publish')} isOpen={asked === 'publish'} onConfirm={() => publish(ready)} onCancel={() => setAsked(undefined)}>
          <p>{t(published ? 'meetingsNews.publishAgainWhat' : 'meetingsNews.publishWhat')}</p>
        </ConfirmDialog>
      )}
      <ConfirmDialog danger title={t('meetingsNews.withdrawTitle')} action={t('meetingsNews.withdraw')} isOpen={asked === 'withdraw'} onConfirm={withdraw} onCancel={() => setAsked(undefined)}>
        <p>{t('meetingsNews.withdrawWhat')}</p>
      </ConfirmDialog>
    </section>
  )
}

function NumberSelect({ label, options, value, onChange }: { label: string; options: readonly number[]; value: number; onChange: (value: number) => void }) {
  return <Select label={label} value={String(value)} options={options.map((number) => ({ id: String(number), label: String(number) }))} onChange={(id) => onChange(Number(id))} />
}

/** `HH:MM` here and today, not right now: people have to find their tables. */
function nextFiveMinutes(): string {
  const soon = new Date(Math.ceil((Date.now() + 60_000) / 300_000) * 300_000)
  return `${String(soon.getHours()).padStart(2, '0')}:${String(soon.getMinutes()).padStart(2, '0')}`
}

function todayAt(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date().setHours(hours, minutes, 0, 0)
}
