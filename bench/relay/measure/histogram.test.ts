import { describe, expect, test } from 'vitest'
import { Histogram } from './histogram.ts'

const of = (...durations: number[]): Histogram => {
  const histogram = new Histogram()
  for (const us of durations) histogram.add(us)
  return histogram
}

describe('a histogram of microseconds', () => {
  test('gives quantiles in milliseconds, right to 2 %', () => {
    const thousand = of(...Array.from({ length: 1000 }, (_, at) => (at + 1) * 1000))
    expect(Math.abs(thousand.quantile(0.5) / 500 - 1)).toBeLessThan(0.02)
    expect(Math.abs(thousand.quantile(0.99) / 990 - 1)).toBeLessThan(0.02)
  })

  test('never gives more than the most that was added', () => {
    expect(of(1000).quantile(0.99)).toBeLessThanOrEqual(1)
  })

  test('counts what lies beyond its last bucket there', () => {
    expect(of(1e12).count).toBe(1)
    expect(of(0, 1e12).quantile(1)).toBeGreaterThan(1e6)
  })

  test('adds up with those of other processes', () => {
    const both = Histogram.from([of(1000, 2000).data, of(3000).data])
    expect([both.count, both.data.most]).toEqual([3, 3000])
    expect(Math.abs(both.quantile(0.5) / 2 - 1)).toBeLessThan(0.02)
  })

  test('has no quantile when it is empty', () => {
    expect(new Histogram().quantile(0.5)).toBeNaN()
  })
})
