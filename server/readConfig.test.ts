import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './readConfig.ts'

test('without a word of the operator the whole network can reach port 4321', () => {
  const { server, dataDir } = readConfig({ PORT: '', HOST: undefined })
  expect(server).toMatchObject({ port: 4321, host: '0.0.0.0', publicUrl: undefined })
  expect(dataDir).toBe(resolve('data'))
})

test('takes what the operator says', () => {
  const { server, dataDir } = readConfig({ PORT: '80', HOST: '::1', DATA_DIR: '/var/walls', PUBLIC_URL: 'https://wall.example.org/' })
  expect(server).toMatchObject({ port: 80, host: '::1', publicUrl: 'https://wall.example.org' })
  expect(dataDir).toBe('/var/walls')
})

test.each([
  [{ PORT: '70000' }, 'PORT is 70000; it must be a number from 0 to 65535.'],
  [{ PORT: '1.5' }, 'PORT is 1.5; it must be a number from 0 to 65535.'],
  [{ PUBLIC_URL: 'wall.example.org' }, 'PUBLIC_URL is wall.example.org; it must be an address without a path, such as https://wall.example.org.'],
  [{ PUBLIC_URL: 'https://x.org/wall' }, 'PUBLIC_URL is https://x.org/wall; it must be an address without a path, such as https://wall.example.org.'],
  [{ DATABASE_URL: 'mysql://walls:secret@db/walls' }, 'DATABASE_URL must be an address such as postgres://user:password@host:5432/pollinate.'],
  [{ DATABASE_URL: 'secret' }, 'DATABASE_URL must be an address such as postgres://user:password@host:5432/pollinate.'],
  [{ DATABASE_URL: 'postgres://db/walls', REDIS_URL: 'http://walls:secret@cache' }, 'REDIS_URL must be an address such as redis://:password@host:6379.'],
  [{ REDIS_URL: 'redis://:secret@cache' }, 'REDIS_URL joins several servers of one database; it needs DATABASE_URL too.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is loud; it must be one of fatal, error, warn, info, debug, trace, silent.'],
])('refuses %j by name', (env, message) => {
  expect(() => readConfig(env)).toThrow(new RangeError(message))
})
