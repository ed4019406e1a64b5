import { chordDirected, ribbonArrow, type Chord, type ChordGroup } from 'd3-chord'
import { arc } from 'd3-shape'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { BONDS, type RegionLink } from '#shared/region/countRegion.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './BondPicture.module.css'
import { layOutBonds } from './layOutBonds.ts'

/** In units of the picture. */
const RING = { inner: 210, outer: 222 }
const MARGIN = 125
const HALF = RING.outer + MARGIN

/** Countries in a ring, joined by arrows of help from who offers to who needs; the table beside it says the same. */
export function BondPicture({ links, isRoom }: { links: readonly RegionLink[]; isRoom: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { countries, matrix, bondBetween } = useMemo(() => layOutBonds(links, (code) => countryName(code, language), new Intl.Collator(language).compare), [links, language])
  const { chords, groups } = useMemo(() => {
    const laid = chordDirected().padAngle(Math.min(0.06, 1.2 / matrix.length))(matrix)
    return { chords: [...laid], groups: laid.groups }
  }, [matrix])
  const drawRing = arc<ChordGroup>().innerRadius(RING.inner).outerRadius(RING.outer)
  const drawRibbon = ribbonArrow<Chord, Chord['source']>().radius(RING.inner - 3).headRadius(14)
  return (
    <figure className={styles.figure}>
      {/* on a phone wider than the screen, or nobody could read the names */}
      <div role="group" tabIndex={isRoom ? undefined : 0} aria-label={t('region.bonds')} className={styles.frame}>
        <svg viewBox={`${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`} aria-hidden="true" className={styles.picture} direction="ltr">
          {chords.map((chord) => (
            <path
              key={`${chord.source.index} ${chord.target.index}`}
              // Typed as drawing on a canvas; without one it gives the path.
              d={drawRibbon(chord) as unknown as string}
              className={styles[bondBetween(chord.source.index, chord.target.index)]}
            />
          ))}
          {groups.map((group) => (
            <g key={group.index}>
              <path d={drawRing(group) ?? ''} className={styles.ring} />
              <Name angle={(group.startAngle + group.endAngle) / 2} size={groups.length > 24 ? 11 : 16} words={countries[group.index] ?? ''} />
            </g>
          ))}
        </svg>
      </div>
      <figcaption className={styles.legend} aria-hidden="true">
        {BONDS.map((bond) => (
          <span key={bond} className={styles.entry}>
            <svg viewBox="0 0 28 14" className={styles.key}>
              <rect x="1.5" y="1.5" width="25" height="11" className={styles[bond]} />
            </svg>
            {t(`region.bond.${bond}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** Written outwards from the ring, never upside down. */
function Name({ angle, size, words }: { angle: number; size: number; words: string }) {
  const isLeft = angle > Math.PI
  const turn = (angle * 180) / Math.PI - 90
  return (
    <text transform={`rotate(${turn}) translate(${RING.outer + 6}) ${isLeft ? 'rotate(180)' : ''}`} textAnchor={isLeft ? 'end' : 'start'} dominantBaseline="central" fontSize={size} className={styles.name}>
      {words}
    </text>
  )
}
