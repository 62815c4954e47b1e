import { encodePng } from './encode-png.ts'
import type { Colour } from './encode-png.ts'
import { columnsOf } from './font.ts'

const WIDTH = 640
const HEIGHT = 400
const SCALE = 2
const LETTER_WIDTH = 6 * SCALE
const LETTER_HEIGHT = 8

const palette: readonly Colour[] = [
  [226, 230, 236],
  [255, 255, 255],
  [38, 70, 112],
  [178, 34, 42],
  [30, 34, 40],
  [243, 245, 248],
  [200, 206, 215],
  [250, 200, 80],
  [120, 180, 120],
]
const ink = { desk: 0, white: 1, bar: 2, alarm: 3, text: 4, stripe: 5, line: 6, amber: 7, green: 8 } as const
type Ink = (typeof ink)[keyof typeof ink]

/** What to draw; `rows` are the lines of the panel. */
type Screenshot = {
  title: string
  error: string
  rows: readonly string[]
}

/** A window of 640 × 400 dots with a title, a menu, a panel and an error, as PNG. */
export function drawScreenshot({ title, error, rows }: Screenshot): Uint8Array {
  const dots = new Uint8Array(WIDTH * HEIGHT)
  const fill = (x: number, y: number, width: number, height: number, colour: Ink) => {
    for (let row = y; row < y + height; row++) dots.fill(colour, row * WIDTH + x, row * WIDTH + x + width)
  }
  const write = (text: string, x: number, y: number, colour: Ink) => {
    const room = Math.floor((WIDTH - 12 - x) / LETTER_WIDTH)
    for (const [index, letter] of Array.from(text).slice(0, room).entries())
      for (const [column, bits] of columnsOf(letter).entries())
        for (let row = 0; row < LETTER_HEIGHT; row++)
          if (((bits >> row) & 1) === 1)
            fill(x + index * LETTER_WIDTH + column * SCALE, y + row * SCALE, SCALE, SCALE, colour)
  }

  fill(8, 8, WIDTH - 16, HEIGHT - 16, ink.line)
  fill(10, 10, WIDTH - 20, HEIGHT - 20, ink.white)
  fill(10, 10, WIDTH - 20, 34, ink.bar)
  write(title, 22, 19, ink.white)
  for (const [index, colour] of [ink.green, ink.amber, ink.alarm].entries())
    fill(WIDTH - 84 + index * 24, 20, 14, 14, colour)

  fill(10, 44, 120, HEIGHT - 54, ink.stripe)
  for (let item = 0; item < 8; item++) fill(24, 64 + item * 34, item === 2 ? 88 : 50 + ((item * 17) % 36), 10, ink.line)

  fill(146, 60, WIDTH - 172, 40, ink.alarm)
  write(error, 158, 72, ink.white)

  for (let row = 0; row < 7; row++) fill(146, 116 + row * 34, WIDTH - 172, 33, row % 2 === 0 ? ink.stripe : ink.white)
  for (const [row, text] of rows.slice(0, 6).entries()) write(text, 158, 125 + row * 34, ink.text)
  fill(WIDTH - 126, HEIGHT - 50, 100, 28, ink.bar)
  write('OK', WIDTH - 88, HEIGHT - 44, ink.white)
  return encodePng({ width: WIDTH, height: HEIGHT, dots, palette })
}
