import { crc32, deflateSync } from 'node:zlib'

// Small drawings in place of photographs: every one says that it is one.
const width = 240
const height = 160

const label = [
  ['..########..', '............', '............', '############', '.....##.....', '.....##.....', '..#..##..#..', '.##..##..##.', '##...##...##', '#....##....#', '...####.....', '............'],
  ['.....##.....', '.##########.', '...#....#...', '############', '............', '..########..', '..#......#..', '..########..', '..########..', '#.##..#..##.', '#.#....#..#.', '...######...'],
  ['############', '#...#......#', '#...######.#', '#..##...#..#', '#.#..##....#', '#...####...#', '#.##....##.#', '#....##....#', '#..##......#', '#....###...#', '#.......#..#', '############'],
]

export type Scene = 'water' | 'street' | 'field' | 'building' | 'room' | 'paper'
type Colour = readonly [number, number, number]

const sky: Colour = [206, 222, 233]
const grounds: Readonly<Record<Scene, Colour>> = {
  water: [120, 165, 186], street: [168, 168, 166], field: [156, 178, 118], building: [182, 172, 158], room: [226, 224, 216], paper: [250, 250, 246],
}
const rubbish: readonly Colour[] = [[121, 95, 68], [142, 112, 80], [96, 90, 84], [164, 140, 104]]
const orderly: readonly Colour[] = [[92, 142, 84], [110, 158, 98], [78, 124, 78]]
const dark: Colour = [70, 76, 84]

/** Numbers that are the same for the same name, so that the same picture is drawn again. */
function dice(name: string): () => number {
  let state = crc32(name) || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

type Canvas = { readonly fill: (x: number, y: number, w: number, h: number, colour: Colour) => void; readonly bytes: Buffer }

function canvas(): Canvas {
  const bytes = Buffer.alloc(height * (width * 3 + 1))
  const fill: Canvas['fill'] = (left, top, w, h, colour) => {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(height, top + h); y += 1)
      for (let x = Math.max(0, Math.round(left)); x < Math.min(width, left + w); x += 1) bytes.set(colour, y * (width * 3 + 1) + 1 + x * 3)
  }
  return { fill, bytes }
}

function drawScene({ fill }: Canvas, scene: Scene, roll: () => number): void {
  if (scene === 'paper') {
    fill(0, 0, width, height, grounds.paper)
    for (let y = 22; y < height - 24; y += 9) fill(24, y, 120 + roll() * 70, 3, [150, 150, 150])
    return
  }
  fill(0, 0, width, 70, scene === 'room' ? [238, 236, 230] : sky)
  fill(0, 70, width, height, grounds[scene])
  if (scene === 'building' || scene === 'street')
    for (let x = 8; x < width; x += 44 + roll() * 20) {
      const tall = 24 + roll() * 34
      fill(x, 70 - tall, 34, tall, [190, 182, 170])
      for (let y = 76 - tall; y < 64; y += 11) for (const w of [5, 15, 25]) fill(x + w, y, 5, 6, dark)
    }
  if (scene === 'water') for (let y = 82; y < height; y += 12) fill(roll() * 120, y, 60 + roll() * 60, 2, [150, 190, 206])
}

/** What was wrong, or how it is now, at the same place: the name decides, `after` tells which. */
function drawState({ fill }: Canvas, after: boolean, roll: () => number): void {
  if (after) {
    for (let i = 0; i < 14; i += 1) {
      const x = roll() * (width - 14)
      fill(x, 96 + roll() * 44, 12, 5, orderly[i % orderly.length]!)
    }
    fill(14, 132, width - 28, 3, [236, 236, 230])
    return
  }
  for (let i = 0; i < 26; i += 1) {
    const x = 40 + roll() * 130
    const y = 84 + roll() * 46
    fill(x, y, 8 + roll() * 22, 6 + roll() * 12, rubbish[i % rubbish.length]!)
  }
}

function writeLabel({ fill }: Canvas): void {
  fill(width - 50, height - 20, 46, 16, [255, 255, 255])
  label.forEach((glyph, index) => glyph.forEach((line, y) => [...line].forEach((dot, x) => {
    if (dot === '#') fill(width - 48 + index * 15 + x, height - 18 + y, 1, 1, dark)
  })))
}

/** A PNG of about two kilobytes. */
export function drawPicture(name: string, scene: Scene, state: 'before' | 'after' | 'plain'): Buffer {
  const picture = canvas()
  const roll = dice(name)
  drawScene(picture, scene, roll)
  if (state !== 'plain') drawState(picture, state === 'after', roll)
  writeLabel(picture)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('IDAT', deflateSync(picture.bytes)), chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(8 + body.length)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), 4 + body.length)
  return out
}
