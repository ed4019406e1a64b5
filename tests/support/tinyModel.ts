import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The one-word vocabulary of a tiny model: words of one meaning have one vector, every other word has none. */
type Meanings = readonly (readonly string[])[]

interface TinyModel {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/** Ways in which a model can be wrong. */
export type Flaw = 'noTokenizer' | 'noModel' | 'brokenModel' | 'brokenTokenizer' | 'nan' | 'flat'

/** A sentence model of a few hundred bytes in the form of the large ones: a table of words, looked up, to be averaged. */
export async function makeTinyModel(meanings: Meanings, flaw?: Flaw): Promise<TinyModel> {
  const folder = await mkdtemp(join(tmpdir(), 'pollinate-model-'))
  const words = ['[PAD]', '[UNK]', ...meanings.flat()]
  const rows = [0, 1].map(() => zeros(meanings.length)).concat(meanings.flatMap((same, at) => same.map(() => oneAt(at, meanings.length, flaw === 'nan' ? NaN : 1))))
  await mkdir(join(folder, 'onnx'))
  const write = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(folder, name), content)
  if (flaw !== 'noModel') await write('onnx/model.onnx', flaw === 'brokenModel' ? 'no model at all' : onnxFile(rows, flaw === 'flat' ? 'input_ids' : 'last_hidden_state'))
  if (flaw !== 'noTokenizer') await write('tokenizer.json', flaw === 'brokenTokenizer' ? '{' : JSON.stringify(tokenizerOf(words)))
  await write('tokenizer_config.json', JSON.stringify({ tokenizer_class: 'PreTrainedTokenizerFast', unk_token: '[UNK]', pad_token: '[PAD]' }))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

const zeros = (size: number): Float32Array => new Float32Array(Math.max(2, size))

function oneAt(at: number, size: number, value: number): Float32Array {
  const row = zeros(size)
  row[at] = value
  return row
}

const tokenizerOf = (words: readonly string[]) => ({
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: null,
  decoder: null,
  model: { type: 'WordLevel', vocab: Object.fromEntries(words.map((word, at) => [word, at])), unk_token: '[UNK]' },
})

/** `flat` gives back the input as if it were meaning: a shape that no sentence model has. */
function onnxFile(rows: readonly Float32Array[], output: 'last_hidden_state' | 'input_ids'): Uint8Array {
  const size = rows[0]?.length ?? 0
  const table = message(
    number(1, rows.length),
    number(1, size),
    number(2, FLOAT),
    bytes(8, 'table'),
    bytes(9, Buffer.concat(rows.map(({ buffer }) => Buffer.from(buffer)))),
  )
  const lookUp = message(bytes(1, 'table'), bytes(1, 'input_ids'), bytes(2, 'last_hidden_state'), bytes(4, 'Gather'))
  const pass = message(bytes(1, 'input_ids'), bytes(2, 'flat'), bytes(4, 'Identity'))
  const isFlat = output === 'input_ids'
  const graph = message(
    bytes(1, isFlat ? pass : lookUp),
    bytes(2, 'tiny'),
    ...(isFlat ? [] : [bytes(5, table)]),
    bytes(11, valueInfo('input_ids', INT64, ['batch', 'tokens'])),
    bytes(11, valueInfo('attention_mask', INT64, ['batch', 'tokens'])),
    bytes(12, isFlat ? valueInfo('flat', INT64, ['batch', 'tokens']) : valueInfo('last_hidden_state', FLOAT, ['batch', 'tokens', size])),
  )
  return message(number(1, 8), bytes(7, graph), bytes(8, message(bytes(1, ''), number(2, 13))))
}

const FLOAT = 1
const INT64 = 7

function valueInfo(name: string, type: number, dims: readonly (string | number)[]): Buffer {
  const shape = message(...dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : bytes(2, dim))))
  return message(bytes(1, name), bytes(2, bytes(1, message(number(1, type), bytes(2, shape)))))
}

/* Protocol buffers, as far as an ONNX file needs them: fields of a number, and fields of so many bytes. */
const message = (...fields: readonly Buffer[]): Buffer => Buffer.concat(fields)
const number = (field: number, value: number): Buffer => Buffer.concat([varint(field << 3), varint(value)])
function bytes(field: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content as string)
  return Buffer.concat([varint((field << 3) | 2), varint(body.length), body])
}
function varint(value: number): Buffer {
  const out: number[] = []
  let left = value
  do {
    const low = left & 127
    left >>>= 7
    out.push(left > 0 ? low | 128 : low)
  } while (left > 0)
  return Buffer.from(out)
}
