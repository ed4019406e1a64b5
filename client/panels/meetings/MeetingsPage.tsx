import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { roundNow, timetable, type Round } from '#shared/meetings/timetable.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { classes } from '../../ui/classes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './Meetings.module.css'
import { OwnMeetings } from './OwnMeetings.tsx'
import { RoundTable } from './RoundTable.tsx'
import { sayLeft, sayTime } from './sayTime.ts'
import { useNow } from './useNow.ts'

/** The published round of meetings: one's own, all of it, and each country's. */
export function MeetingsPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const rounds = useRounds()
  if (!rounds) return <Notice>{t('meetings.none')}</Notice>
  const countries = [...new Set(rounds.flatMap(({ sittings }) => sittings.flatMap(({ need, offer }) => [need.country, offer.country])))]
  const { compare } = new Intl.Collator(language)
  const named = countries.map((code) => ({ code, name: countryName(code, language) })).sort((a, b) => compare(a.name, b.name))
  return (
    <div className={styles.page}>
      {me && (
        <section aria-labelledby="own-meetings">
          <h2 id="own-meetings" className={styles.title}>{t('meetings.yours', { country: countryName(me.country, language) })}</h2>
          <OwnMeetings country={me.country} rounds={rounds} />
        </section>
      )}
      <section aria-labelledby="all-meetings">
        <h2 id="all-meetings" className={styles.title}>{t('meetings.all')}</h2>
        {rounds.map((round) => (
          <RoundTable key={round.number} round={round} withTexts={false} />
        ))}
      </section>
      <section aria-labelledby="country-meetings" className={styles.countries}>
        <h2 id="country-meetings" className={styles.title}>{t('meetings.byCountry')}</h2>
        {named.map(({ code, name }) => (
          <section key={code} aria-label={name} className={styles.country}>
            <h3>{name}</h3>
            <OwnMeetings country={code} rounds={rounds} />
          </section>
        ))}
      </section>
    </div>
  )
}

/** More tables than this are shown smaller, so that all are on the screen. */
const MANY = 10

/** For the room: the round that is on or comes next, and how long. */
export function MeetingsInRoom() {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow(1000)
  const rounds = useRounds()
  if (!rounds) return <Notice>{t('meetings.none')}</Notice>
  const round = roundNow(rounds, now)
  if (!round) return <p className={styles.clock}>{t('meetings.over')}</p>
  const isOn = now >= round.startsAt
  return (
    <div className={classes(styles.room, round.sittings.length > MANY && styles.many)}>
      <p className={styles.clock} role="timer">
        {isOn ? t('meetings.left', { time: sayLeft(round.endsAt - now) }) : t('meetings.begins', { time: sayTime(round.startsAt, language), left: sayLeft(round.startsAt - now) })}
      </p>
      <RoundTable round={round} withTexts={false} />
    </div>
  )
}

function useRounds(): readonly Round[] | undefined {
  const { meetings, notes } = useSessionState(({ wall }) => ({ meetings: wall.settings.meetings, notes: wall.notes }))
  return meetings && timetable(meetings, notes)
}
