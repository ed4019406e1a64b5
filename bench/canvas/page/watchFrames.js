// Runs in a page before its own scripts, so that the bench can read what the page's own clock says; knows nothing of what it
// measures. Its shape is FrameWatch in ../frameWatch.ts.
{
  const now = () => performance.now()
  const channel = new MessageChannel()
  const atEndOfFrame = []
  let isRecording = false
  let lastPaint = 0
  let begunAt = 0
  let frames = []
  let waitingInputs = []
  let latencies = []
  let move
  /** What all canvases together show there. */
  const pixelsAround = ([x, y]) =>
    [...document.querySelectorAll('canvas')].map((canvas) => {
      const { left, top, width } = canvas.getBoundingClientRect()
      const ratio = canvas.width / width
      return width > 0 ? canvas.getContext('2d').getImageData((x - left) * ratio - 40, (y - top) * ratio - 40, 80, 80).data.join() : ''
    }).join()
  const endOfFrame = () => new Promise((resolve) => atEndOfFrame.push(resolve))

  const watch = (window.frameWatch = {
    paintedAt: 0,
    /** The end of the frame in which something was painted last: noted as it comes, whenever it is asked for. */
    shownAt: 0,
    async untilStill(stillMs) {
      do await endOfFrame()
      while (watch.paintedAt === 0 || now() - watch.paintedAt <= stillMs)
      return watch.shownAt
    },
    begin() {
      frames = []
      latencies = []
      waitingInputs = []
      begunAt = now()
      isRecording = true
    },
    async end() {
      await endOfFrame()
      isRecording = false
      return { frames, latencies, ms: now() - begunAt }
    },
    nextMove: (at) => new Promise((tell) => (move = { stamp: undefined, isPainted: false, tell, at, before: pixelsAround(at) })),
  })

  for (const name of ['fillRect', 'drawImage', 'fillText', 'clearRect', 'fill', 'stroke']) {
    const paint = CanvasRenderingContext2D.prototype[name]
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      if (this.canvas.isConnected) {
        watch.paintedAt = now()
        if (move?.stamp !== undefined) move.isPainted = true
      }
      return paint.apply(this, given)
    }
  }
  const onInput = (event) => {
    if (move && event.type === 'pointermove') move.stamp ??= event.timeStamp
    if (!isRecording) return
    const all = event.getCoalescedEvents?.() ?? []
    waitingInputs.push(...(all.length > 0 ? all : [event]).map(({ timeStamp }) => timeStamp))
  }
  for (const type of ['pointermove', 'wheel']) addEventListener(type, onInput, { capture: true, passive: true })

  channel.port1.onmessage = () => {
    const end = now()
    if (watch.paintedAt > lastPaint) {
      lastPaint = watch.paintedAt
      watch.shownAt = end
    }
    for (const tell of atEndOfFrame.splice(0)) tell(end)
    latencies.push(...waitingInputs.splice(0).map((stamp) => end - stamp))
    if (!move?.isPainted) return
    // Something was painted: is it this move? Looked at after the time was taken.
    if (pixelsAround(move.at) === move.before) return void (move.isPainted = false)
    move.tell(end - move.stamp)
    move = undefined
  }
  const onFrame = () => {
    if (isRecording) frames.push(now())
    channel.port2.postMessage(undefined)
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
}
