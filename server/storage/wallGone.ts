/** The wall was erased, or never made: what was asked of storage cannot be done, now or later. */
export class WallGone extends Error {
  constructor(wall: string) {
    super(`There is no wall ${wall}.`)
  }
}
