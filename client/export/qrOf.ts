import { encode } from 'uqr'

/** An address to be scanned: rows of dark (`true`) and light, without the white around. */
export const qrOf = (address: string): readonly (readonly boolean[])[] => encode(address, { border: 0 }).data
