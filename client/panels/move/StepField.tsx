import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallPoint } from '#shared/wall/schema.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ToggleGroup } from '../../ui/ToggleGroup.tsx'
import styles from './MoveDialog.module.css'

/** In wall units: as the arrow keys on the wall, and about a note further. */
const STEPS = { small: 20, large: 220 } as const
type StepSize = keyof typeof STEPS

/** The wall has no writing direction: left is left in every language. */
const WAYS = [
  { way: 'left', icon: ArrowLeft, x: -1, y: 0 },
  { way: 'up', icon: ArrowUp, x: 0, y: -1 },
  { way: 'down', icon: ArrowDown, x: 0, y: 1 },
  { way: 'right', icon: ArrowRight, x: 1, y: 0 },
] as const

interface StepFieldProps {
  /** @param words what was done, to be said */
  onStep: (by: WallPoint, words: string) => void
}

/** Moves a step at a time, by as many presses as one likes. */
export function StepField({ onStep }: StepFieldProps) {
  const { t } = useTranslation()
  const [size, setSize] = useState<StepSize>('large')
  const done = (way: (typeof WAYS)[number]['way']): string => t(`move.moved.${way}`)
  return (
    <div className={styles.line}>
      <div role="group" aria-label={t('move.steps')} className={styles.arrows} dir="ltr">
        {WAYS.map(({ way, icon: Icon, x, y }) => (
          <IconButton key={way} label={t(`move.way.${way}`)} onPress={() => onStep([x * STEPS[size], y * STEPS[size]], done(way))}>
            <Icon aria-hidden="true" />
          </IconButton>
        ))}
      </div>
      <ToggleGroup
        label={t('move.stepSize')}
        value={size}
        onChange={setSize}
        options={[
          { id: 'small', label: t('move.small') },
          { id: 'large', label: t('move.large') },
        ]}
      />
    </div>
  )
}
