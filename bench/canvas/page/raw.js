// The peer that bench:canvas measures beside our page: the same notes in hand-written canvas 2D and nothing else. Culling by a
// grid, rectangles while type is too small to read, a bitmap a note above that. No lists, no matches, no line to a server.
const SIZE = { width: 200, height: 160 }
const SQUARE = 512
const SMALLEST_TEXT_PX = 4.5
const TEXT_PX = 18
const PAD = 6
const PAPER = { need: '#ffe566', offer: '#c62f2b' }
const INK = { need: '#1f1f1f', offer: '#ffffff' }

const [, width, height, url] = /width=(\d+)&height=(\d+)&notes=(.*)/.exec(location.search)
const notes = await (await fetch(decodeURIComponent(url))).json()
const ratio = devicePixelRatio
const [main, above] = [0, 1].map(() => {
  const canvas = document.createElement('canvas')
  canvas.width = width * ratio
  canvas.height = height * ratio
  canvas.style.cssText = `width: ${width}px; height: ${height}px`
  document.body.append(canvas)
  return canvas
})
above.style.pointerEvents = 'none'
const context = main.getContext('2d', { alpha: false })
const aboveContext = above.getContext('2d')
const measuring = document.createElement('canvas').getContext('2d')

const squares = new Map()
const squareOf = (note) => `${Math.floor(note.x / SQUARE)},${Math.floor(note.y / SQUARE)}`
const put = (note) => {
  const key = squareOf(note)
  if (!squares.has(key)) squares.set(key, new Set())
  squares.get(key).add(note)
}
const takeOut = (note) => squares.get(squareOf(note))?.delete(note)
notes.forEach((note, order) => put(Object.assign(note, { order, bitmap: undefined, lines: undefined })))
function seen(x, y, w, h) {
  const found = []
  for (let column = Math.floor((x - SIZE.width) / SQUARE); column * SQUARE < x + w; column++) {
    for (let row = Math.floor((y - SIZE.height) / SQUARE); row * SQUARE < y + h; row++) {
      for (const note of squares.get(`${column},${row}`) ?? []) {
        if (note.x < x + w && note.y < y + h && note.x + SIZE.width > x && note.y + SIZE.height > y) found.push(note)
      }
    }
  }
  return found.length > notes.length / 2 ? notes : found.sort((a, b) => a.order - b.order)
}

let camera = fitted()
let drag
let frame = 0
const redraw = () => (frame ||= requestAnimationFrame(draw))

function fitted() {
  const right = Math.max(0, ...notes.map(({ x }) => x)) + SIZE.width
  const bottom = Math.max(0, ...notes.map(({ y }) => y)) + SIZE.height
  const zoom = Math.min(1, (width - 80) / right, (height - 80) / bottom)
  return { x: right / 2 - width / 2 / zoom, y: bottom / 2 - height / 2 / zoom, zoom }
}
function wrapped(note) {
  if (note.lines) return note.lines
  measuring.font = `${TEXT_PX}px sans-serif`
  const lines = ['']
  for (const word of note.text.split(' ')) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word
    if (lines.at(-1) && measuring.measureText(longer).width > SIZE.width - 24) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return (note.lines = lines)
}
function paint(into, note) {
  into.fillStyle = 'rgba(48, 40, 20, 0.12)'
  into.fillRect(1, 2, SIZE.width, SIZE.height)
  into.fillRect(2, 4, SIZE.width, SIZE.height)
  into.fillStyle = PAPER[note.kind]
  into.fillRect(0, 0, SIZE.width, SIZE.height)
  into.fillStyle = INK[note.kind]
  into.font = `${TEXT_PX}px sans-serif`
  wrapped(note).slice(0, 5).forEach((line, i) => into.fillText(line, 12, 40 + i * 22))
  into.font = '12px sans-serif'
  into.fillText(`${note.name} ${note.country}`, 12, SIZE.height - 10)
}
function bitmapOf(note, scale, until) {
  const bucket = 2 ** Math.ceil(Math.log2(scale))
  if (note.bitmap?.bucket === bucket) return note.bitmap
  if (performance.now() > until) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil((SIZE.width + 2 * PAD) * bucket)
  canvas.height = Math.ceil((SIZE.height + 2 * PAD) * bucket)
  const own = canvas.getContext('2d')
  own.setTransform(bucket, 0, 0, bucket, PAD * bucket, PAD * bucket)
  paint(own, note)
  return (note.bitmap = { canvas, bucket })
}
function drawNote(into, note, scale, until) {
  const x = (note.x - camera.x) * scale
  const y = (note.y - camera.y) * scale
  const bitmap = bitmapOf(note, scale, until)
  if (!bitmap) {
    into.fillStyle = PAPER[note.kind]
    into.fillRect(x, y, SIZE.width * scale, SIZE.height * scale)
    return false
  }
  const shrink = scale / bitmap.bucket
  into.drawImage(bitmap.canvas, Math.round(x - PAD * scale), Math.round(y - PAD * scale), bitmap.canvas.width * shrink, bitmap.canvas.height * shrink)
  return true
}
function draw() {
  frame = 0
  const scale = camera.zoom * ratio
  context.fillStyle = '#f1eee7'
  context.fillRect(0, 0, main.width, main.height)
  const inSight = seen(camera.x, camera.y, main.width / scale, main.height / scale)
  if (TEXT_PX * camera.zoom < SMALLEST_TEXT_PX) {
    for (const kind of ['need', 'offer']) {
      context.fillStyle = PAPER[kind]
      for (const note of inSight) {
        if (note.kind === kind && note !== drag?.note) context.fillRect((note.x - camera.x) * scale, (note.y - camera.y) * scale, SIZE.width * scale, SIZE.height * scale)
      }
    }
  } else {
    const until = performance.now() + 6
    let isWhole = true
    for (const note of inSight) if (note !== drag?.note) isWhole = drawNote(context, note, scale, until) && isWhole
    if (!isWhole) redraw()
  }
  if (!drag) return
  aboveContext.clearRect(0, 0, above.width, above.height)
  drawNote(aboveContext, drag.note, scale, Infinity)
}

addEventListener('wheel', (event) => {
  event.preventDefault()
  const { x, y, zoom } = camera
  if (!event.ctrlKey) camera = { x: x + event.deltaX / zoom, y: y + event.deltaY / zoom, zoom }
  else {
    const next = Math.max(0.02, Math.min(4, zoom * Math.exp(-Math.max(-50, Math.min(50, event.deltaY)) / 200)))
    camera = { x: x + event.clientX / zoom - event.clientX / next, y: y + event.clientY / zoom - event.clientY / next, zoom: next }
  }
  redraw()
}, { passive: false })
addEventListener('pointerdown', (event) => {
  const [x, y] = [camera.x + event.clientX / camera.zoom, camera.y + event.clientY / camera.zoom]
  const note = seen(x, y, 0.1, 0.1).at(-1)
  if (note) drag = { note, dx: x - note.x, dy: y - note.y }
  redraw()
})
addEventListener('pointermove', (event) => {
  if (!drag) {
    main.style.cursor = seen(camera.x + event.clientX / camera.zoom, camera.y + event.clientY / camera.zoom, 0.1, 0.1).length > 0 ? 'grab' : ''
    return
  }
  takeOut(drag.note)
  drag.note.x = camera.x + event.clientX / camera.zoom - drag.dx
  drag.note.y = camera.y + event.clientY / camera.zoom - drag.dy
  put(drag.note)
  redraw()
})
addEventListener('pointerup', () => {
  drag = undefined
  aboveContext.clearRect(0, 0, above.width, above.height)
  redraw()
})
addEventListener('keydown', ({ code, shiftKey }) => {
  if (shiftKey && code === 'Digit1') camera = fitted()
  if (shiftKey && code === 'Digit0') {
    const middle = [camera.x + width / 2 / camera.zoom, camera.y + height / 2 / camera.zoom]
    camera = { x: middle[0] - width / 2, y: middle[1] - height / 2, zoom: 1 }
  }
  redraw()
})
draw()
