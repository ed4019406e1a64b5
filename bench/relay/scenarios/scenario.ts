import type { Options } from '../options.ts'

/** One question to the servers, with its answer as Markdown. */
export type Scenario = (options: Options) => Promise<string>
