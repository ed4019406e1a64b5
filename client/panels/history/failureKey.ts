import type { Refusal } from '../../session/api.ts'

/** Under which of the keys `history.failed.…` it stands what happened, and what to do. */
export function failureKey(refusal: Refusal): 'offline' | 'not_saved' | 'not_found' | 'not_allowed' | 'other' {
  switch (refusal) {
    case 'offline':
    case 'not_saved':
    case 'not_found':
    case 'not_allowed':
      return refusal
    case 'link_invalid':
    case 'removed':
    case 'unknown_person':
      return 'not_allowed'
    default:
      return 'other'
  }
}
