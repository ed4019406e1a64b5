export const ROLES = ['facilitator', 'participant', 'viewer'] as const
/** What a link lets its holder do on one wall. */
export type Role = (typeof ROLES)[number]
