import type { Role } from '#shared/permissions/roles.ts'
import { isId, type ParticipantId, type WallId } from '#shared/wall/ids.ts'

/** Who uses this device, asked once. */
export interface DevicePerson {
  name: string
  country: string
  institution: string
  contact: string
}
/** A wall this device has made or joined. */
export interface DeviceWall {
  id: WallId
  title: string
  role: Role
  openedAt: number
  /** The link's key; the facilitator of a wall made here has all three. */
  keys: Partial<Record<Role, string>>
  participant?: ParticipantId
  secret?: string
  /** Who one is on it, where this is not who uses the device: somebody came in by their own link. */
  person?: DevicePerson
}

const PERSON = 'pollinate.person'
const WALLS = 'pollinate.walls'
const MAKER_KEY = 'pollinate.makerKey'

export const rememberedPerson = (): DevicePerson | undefined => {
  const value = read(PERSON) as Partial<DevicePerson> | undefined
  if (typeof value?.name !== 'string' || typeof value.country !== 'string') return undefined
  return { name: value.name, country: value.country, institution: value.institution ?? '', contact: value.contact ?? '' }
}
export const rememberPerson = (person: DevicePerson): void => write(PERSON, person)
/** They asked to be erased where they were last: the device does not say their name to whoever uses it next, unless they are on another wall by it. */
export function forgetPerson(): void {
  if (!rememberedWalls().some(({ participant, person }) => participant && !person)) write(PERSON, null)
}

/** The walls of this device, the one opened last first. */
export function rememberedWalls(): DeviceWall[] {
  const value = read(WALLS)
  const walls = Array.isArray(value) ? (value as DeviceWall[]).filter((wall) => isId(wall?.id) && wall.keys) : []
  return walls.sort((a, b) => b.openedAt - a.openedAt)
}
export const rememberedWall = (id: WallId): DeviceWall | undefined => rememberedWalls().find((wall) => wall.id === id)

/** Adds or updates one wall; keys that are known already stay, and so does who one is on it when it is opened to look only. */
export function rememberWall(wall: DeviceWall): void {
  const before = rememberedWall(wall.id)
  const others = rememberedWalls().filter(({ id }) => id !== wall.id)
  const person = wall.participant ? wall : (before ?? wall)
  const isSame = before?.participant === person.participant
  write(WALLS, [
    ...others,
    { ...wall, keys: { ...before?.keys, ...wall.keys }, participant: person.participant, secret: person.secret, person: person.person ?? (isSame ? before?.person : undefined) },
  ])
}
export function forgetWall(id: WallId): void {
  write(WALLS, rememberedWalls().filter((wall) => wall.id !== id))
}

/** With what this device may make walls, where the operator asks for it. */
export function rememberedMakerKey(): string | undefined {
  const value = read(MAKER_KEY)
  return typeof value === 'string' ? value : undefined
}
export const rememberMakerKey = (key: string): void => write(MAKER_KEY, key)

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined // storage is switched off, or holds what is not ours: as if nothing were remembered
  }
}
function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Storage is full or switched off: the wall works, it is only asked again next time.
  }
}
