/** Storage did not do what it was asked: the disk is full or read-only, the database is away. The same call may work later. */
export class StorageRefuses extends Error {
  constructor(cause: unknown) {
    super('Storage refuses', { cause })
  }
}
