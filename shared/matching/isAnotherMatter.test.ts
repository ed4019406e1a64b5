import { expect, it } from 'vitest'
import { isAnotherMatter } from './isAnotherMatter.ts'

it.each([
  ['Coral reef monitoring', 'Coral reef monitorin', false],
  ['Coral reef monitoring', 'Monitoring: the coral reef!', false],
  ['Coral reef monitoring', 'Coral reef monitoring for rangers', false],
  ['Coral reef monitoring', 'Training for rangers on reef law', true],
  ['Corals', 'Coral', false],
  ['Corals', 'Wetlands', true],
  ['珊瑚礁监测', '珊瑚礁的监测', false],
  ['珊瑚礁监测', '湿地恢复培训', true],
  ['', '', false],
  ['', 'Corals', true],
  ['🐟', '🐟🐟', true],
  ['🐟', '🐟', false],
])('M13 “%s” and “%s”: another matter is %s', (before, now, isAnother) => expect(isAnotherMatter(before, now)).toBe(isAnother))
