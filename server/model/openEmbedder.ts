import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InferenceSession, Tensor } from 'onnxruntime-web'

/** The meaning of a text as a vector of length 1; `undefined` where the model makes nothing of it. */
export type Embed = (text: string) => Promise<Float32Array | undefined>

/** Where the model may lie, as on model hubs: the small one first. */
const MODEL_FILES = ['onnx/model_quantized.onnx', 'onnx/model_int8.onnx', 'onnx/model.onnx', 'model.onnx']
/** A note of 2,000 characters is read up to here, which is some 1,000 characters: models were trained on less. */
const MOST_TOKENS = 256
const MOST_DIMENSIONS = 4096
/** The same sums in the same order on every machine. */
const THREADS = 1

/**
 * Opens a sentence model from a folder: nothing is fetched from anywhere.
 * @throws Error that says in words what is missing or does not fit
 */
export async function openEmbedder(folder: string): Promise<Embed> {
  const tokenizer = readJson(join(folder, 'tokenizer.json'))
  const config = existsSync(join(folder, 'tokenizer_config.json')) ? readJson(join(folder, 'tokenizer_config.json')) : {}
  const file = MODEL_FILES.map((name) => join(folder, name)).find((path) => existsSync(path))
  if (!file) throw new Error(`there is no model in it; looked for ${MODEL_FILES.join(', ')}`)
  const { ort, Tokenizer } = await loadParts()
  ort.env.wasm.numThreads = THREADS
  const words = step('tokenizer.json is not a tokenizer', () => new Tokenizer(tokenizer, config))
  const session = await ort.InferenceSession.create(readFileSync(file)).catch((error: unknown) => {
    throw new Error(`${file} cannot be opened: ${messageOf(error)}`, { cause: error })
  })
  const embed: Embed = async (text) => {
    const ids = shortened(words.encode(text).ids)
    if (ids.length === 0) return undefined
    const outputs = await session.run(inputsOf(session, ids, (values) => new ort.Tensor('int64', values, [1, values.length])))
    return unitVector(pooled(outputs.last_hidden_state ?? outputs[session.outputNames[0] ?? ''], ids.length))
  }
  await step('it does not answer', () => embed('What do rangers need?'))
  return embed
}

/** These are optional packages, and only who has a model needs them. */
async function loadParts() {
  try {
    const [ort, { Tokenizer }] = await Promise.all([import('onnxruntime-web/wasm'), import('@huggingface/tokenizers')])
    return { ort, Tokenizer }
  } catch (error) {
    throw new Error(`what runs it is not installed (npm ci without --omit=optional): ${messageOf(error)}`, { cause: error })
  }
}

function readJson(path: string): object {
  return step(`${path} cannot be read`, () => {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null) throw new Error('it holds no object')
    return value
  })
}

/** Does something and says what was being done when it throws, now or later. */
function step<T>(failure: string, run: () => T): T {
  const fail = (error: unknown): never => {
    throw new Error(`${failure}: ${messageOf(error)}`, { cause: error })
  }
  try {
    const done = run()
    return done instanceof Promise ? (done.catch(fail) as T) : done
  } catch (error) {
    return fail(error)
  }
}

/** The last token closes the text, so it stays. */
const shortened = (ids: readonly number[]): readonly number[] => (ids.length > MOST_TOKENS ? [...ids.slice(0, MOST_TOKENS - 1), ...ids.slice(-1)] : ids)

function inputsOf({ inputNames }: InferenceSession, ids: readonly number[], tensor: (values: BigInt64Array) => Tensor): Record<string, Tensor> {
  const filled = (value: (id: number) => number): Tensor => tensor(BigInt64Array.from(ids, (id) => BigInt(value(id))))
  const known: Readonly<Record<string, (id: number) => number>> = { input_ids: (id) => id, attention_mask: () => 1, token_type_ids: () => 0 }
  return Object.fromEntries(
    inputNames.map((name) => {
      const value = known[name]
      if (!value) throw new Error(`the model asks for "${name}"; a sentence model takes ${Object.keys(known).join(', ')}`)
      return [name, filled(value)]
    }),
  )
}

/** One vector of a text: the mean of its tokens, or the one that the model gives itself. */
function pooled(output: Tensor | undefined, tokens: number): Float32Array {
  const { dims = [], data } = output ?? {}
  const size = dims.at(-1) ?? 0
  const rows = dims.length === 3 ? (dims[1] ?? 0) : 1
  const isFit = data instanceof Float32Array && (dims.length === 2 || (dims.length === 3 && rows === tokens)) && dims[0] === 1
  if (!isFit || size < 2 || size > MOST_DIMENSIONS) throw new Error(`its output has the shape [${dims.join(', ')}]; expected [1, ${tokens}, 2…${MOST_DIMENSIONS}] or [1, 2…${MOST_DIMENSIONS}]`)
  const mean = new Float32Array(size)
  for (let row = 0; row < rows; row++) for (let at = 0; at < size; at++) mean[at] = (mean[at] ?? 0) + (data[row * size + at] ?? 0) / rows
  return mean
}

function unitVector(vector: Float32Array): Float32Array | undefined {
  const length = Math.hypot(...vector)
  if (!Number.isFinite(length)) throw new Error('its output holds numbers that are none (NaN or infinite)')
  return length === 0 ? undefined : vector.map((value) => value / length)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
