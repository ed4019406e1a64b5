import { crc32 } from 'node:zlib'

/** Small enough that one bad sector of a disk costs little of a large snapshot; the sums are 0.4 % of it. */
const PIECE_BYTES = 1024

/** The CRC-32 of each KiB, four bytes each, to be kept beside what they are of. */
export function checksum(bytes: Uint8Array): Uint8Array {
  const sums = Buffer.alloc(4 * Math.ceil(bytes.length / PIECE_BYTES))
  for (let piece = 0; piece * 4 < sums.length; piece++) sums.writeUInt32BE(sumOf(bytes, piece), piece * 4)
  return new Uint8Array(sums)
}

/** @returns how many bytes from the start are as they were written; `undefined` when all are */
export function soundBytes(bytes: Uint8Array, sums: Uint8Array): number | undefined {
  const kept = Buffer.from(sums)
  const pieces = Math.ceil(bytes.length / PIECE_BYTES)
  for (let piece = 0; piece < pieces; piece++) {
    const isSound = (piece + 1) * 4 <= kept.length && kept.readUInt32BE(piece * 4) === sumOf(bytes, piece)
    if (!isSound) return piece * PIECE_BYTES
  }
  return kept.length === pieces * 4 ? undefined : bytes.length
}

const sumOf = (bytes: Uint8Array, piece: number): number => crc32(bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES))
