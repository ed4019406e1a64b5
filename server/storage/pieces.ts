import { soundBytes } from './checksum.ts'

/** A piece as far as it is as it was written. */
export function checked(blob: Blob, sums: Blob): { sound: Uint8Array; isWhole: boolean } {
  const bytes = toBytes(blob)
  const sound = soundBytes(bytes, toBytes(sums))
  return { sound: bytes.subarray(0, sound), isWhole: sound === undefined }
}

/** Drivers give a blob as Buffer or as ArrayBuffer; both become a plain Uint8Array. */
export const toBytes = (blob: Blob): Uint8Array => new Uint8Array(blob)
type Blob = Uint8Array | ArrayBuffer
