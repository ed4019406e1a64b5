import { useCallback } from 'react'
import { useStore } from 'zustand'
import type { NoteId } from '#shared/wall/ids.ts'
import { useOfWall } from '../../session/useOfWall.ts'
import type { Matches } from './createMatches.ts'

/** What the matches that are read can be filtered by: the countries on the other side, and the topics that both sides speak of. */
export function useFilterChoices(matches: Matches, shown: readonly NoteId[]): { countries: ReadonlySet<string>; topics: ReadonlySet<string> } {
  const shelves = useStore(matches.store, (state) => state.shelves)
  const survey = useStore(matches.store, (state) => state.survey)
  return useOfWall(useCallback(({ notes }) => {
    const countries = new Set<string>()
    const topics = new Set<string>()
    const addCountry = (id: NoteId): void => {
      const country = notes.get(id)?.country
      if (country) countries.add(country)
    }
    if (survey) {
      for (const note of notes.values()) if (note.kind === 'need') countries.add(note.country)
      for (const pair of survey.pairs) {
        addCountry(pair.offer)
        for (const topic of pair.topics) topics.add(topic)
      }
      return { countries, topics }
    }
    for (const id of shown) {
      const shelf = shelves.get(id)
      for (const { id: other, reasons } of shelf ? [...shelf.first, ...shelf.more] : []) {
        addCountry(other)
        for (const topic of reasons.topics) topics.add(topic.id)
      }
    }
    return { countries, topics }
  }, [shelves, survey, shown]))
}
