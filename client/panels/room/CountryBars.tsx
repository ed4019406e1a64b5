import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './CountryBars.module.css'
import { countNotes } from './countNotes.ts'

/** More bars cannot be read from the back of a room. */
const MOST = 8

/** How much each country has written: needs and offers, one beside the other. */
export function CountryBars() {
  const { t } = useTranslation()
  const language = useLanguage()
  const notes = useSessionState(({ wall }) => wall.notes)
  const { countries } = useMemo(() => countNotes(notes.values()), [notes])
  const list = useRef<HTMLUListElement>(null)
  const [room, setRoom] = useState(MOST)
  const isEmpty = countries.length === 0
  useEffect(() => {
    const element = list.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const row = element.firstElementChild?.getBoundingClientRect().height ?? 0
      const gap = parseFloat(getComputedStyle(element).rowGap) || 0
      if (row > 0) setRoom(Math.max(1, Math.floor((element.clientHeight + gap + 1) / (row + gap))))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isEmpty])
  const shown = countries.slice(0, Math.min(MOST, room))
  const most = Math.max(...countries.map(({ needs, offers }) => needs + offers))
  if (isEmpty) return null
  return (
    <section className={styles.countries} aria-labelledby="by-country">
      <h2 id="by-country" className={styles.title}>
        {t('room.byCountry')}
      </h2>
      <ul ref={list} role="list" className={styles.list}>
        {shown.map(({ country, needs, offers }) => {
          const name = countryName(country, language)
          const words = t('room.bar', { country: name, needs: t('kind.needs', { count: needs }), offers: t('kind.offers', { count: offers }) })
          return (
            <li key={country} aria-label={words} className={styles.row}>
              <span className={styles.name}>{name}</span>
              <span className={styles.bar} aria-hidden="true">
                {needs > 0 && <span className={styles.need} style={{ flexGrow: needs / most }}>{needs}</span>}
                {offers > 0 && <span className={styles.offer} style={{ flexGrow: offers / most }}>{offers}</span>}
                <span style={{ flexGrow: 1 - (needs + offers) / most }} />
              </span>
            </li>
          )
        })}
      </ul>
      {countries.length > shown.length && <p className={styles.others}>{t('room.others', { count: countries.length - shown.length })}</p>}
    </section>
  )
}
