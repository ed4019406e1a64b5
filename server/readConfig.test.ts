import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './readConfig.ts'
import { TIMING } from './rooms/timing.ts'

test('without a word of the operator the whole network can reach port 4321', () => {
  const { server, dataDir } = readConfig({ PORT: '', HOST: undefined })
  expect(server).toMatchObject({ port: 4321, host: '0.0.0.0', publicUrl: undefined })
  expect(dataDir).toBe(resolve('data'))
})

test('takes what the operator says', () => {
  const config = readConfig({
    PORT: '80',
    HOST: '::1',
    DATA_DIR: '/var/walls',
    DATABASE_URL: 'postgres://walls:quiet-secret@db/walls',
    REDIS_URL: 'rediss://:quiet-secret@cache',
    PUBLIC_URL: 'https://wall.example.org/',
    PROXY_HEADER: 'X-Forwarded-For',
    WALLS_PER_HOUR: '0',
    SOCKETS_PER_ADDRESS: '1',
    KEEP_DAYS: '30',
    MOST_KEEP_DAYS: '90',
    MAKER_KEY: 'twelve-chars',
    METRICS_PORT: '9464',
    METRICS_HOST: '10.0.0.1',
    METRICS_TOKEN: 'another-secret',
    LOG_LEVEL: 'debug',
  })
  expect(config).toEqual({
    server: {
      port: 80,
      host: '::1',
      publicUrl: 'https://wall.example.org',
      proxyHeader: 'x-forwarded-for',
      wallsPerHour: 0,
      socketsPerAddress: 1,
      makerKey: 'twelve-chars',
      keepDays: 30,
      mostKeepDays: 90,
      metrics: { port: 9464, host: '10.0.0.1', token: 'another-secret' },
      timing: TIMING,
    },
    dataDir: '/var/walls',
    databaseUrl: 'postgres://walls:quiet-secret@db/walls',
    redisUrl: 'rediss://:quiet-secret@cache',
    logLevel: 'debug',
  })
})

test('a setting that is empty is as good as none', () => {
  const names = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL', 'PROXY_HEADER', 'WALLS_PER_HOUR', 'SOCKETS_PER_ADDRESS', 'KEEP_DAYS', 'MOST_KEEP_DAYS', 'MAKER_KEY', 'METRICS_PORT', 'METRICS_HOST', 'METRICS_TOKEN', 'LOG_LEVEL']
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}))
  expect(readConfig({}).server).toMatchObject({ proxyHeader: undefined, wallsPerHour: 120, socketsPerAddress: 300, makerKey: undefined, metrics: undefined })
  expect(readConfig({})).toMatchObject({ databaseUrl: undefined, redisUrl: undefined, logLevel: 'warn' })
})

test('figures are on their own port, or for a token on the main one', () => {
  expect(readConfig({ METRICS_PORT: '9464' }).server.metrics).toEqual({ port: 9464, host: '127.0.0.1', token: undefined })
  expect(readConfig({ METRICS_TOKEN: 'twelve-chars' }).server.metrics).toEqual({ port: undefined, host: '127.0.0.1', token: 'twelve-chars' })
})

test.each([
  [{ PORT: '70000' }, 'PORT is 70000; it must be a number from 0 to 65535.'],
  [{ PORT: '1.5' }, 'PORT is 1.5; it must be a number from 0 to 65535.'],
  [{ WALLS_PER_HOUR: '-1' }, 'WALLS_PER_HOUR is -1; it must be a number from 0 to 1000000.'],
  [{ SOCKETS_PER_ADDRESS: '0' }, 'SOCKETS_PER_ADDRESS is 0; it must be a number from 1 to 100000.'],
  [{ MAKER_KEY: 'short' }, 'MAKER_KEY must have 12 to 200 characters, so that it cannot be guessed.'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must have 12 to 200 characters, so that it cannot be guessed.'],
  [{ METRICS_PORT: 'many' }, 'METRICS_PORT is many; it must be a number from 0 to 65535.'],
  [{ METRICS_PORT: '4321' }, 'METRICS_PORT is 4321, and so is PORT; give the figures a port of their own.'],
  [{ PROXY_HEADER: 'Forwarded' }, 'PROXY_HEADER is Forwarded; it must be the name of a header that holds addresses alone, such as x-forwarded-for.'],
  [{ PROXY_HEADER: 'x forwarded' }, 'PROXY_HEADER is x forwarded; it must be the name of a header that holds addresses alone, such as x-forwarded-for.'],
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
