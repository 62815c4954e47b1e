import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 320
const HEIGHT = 120

/** A small picture as somebody would paste it: a grey window with a red bar. */
export function screenshotOfAnError(): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const isBar = y > 40 && y < 60
    const pixel = isBar ? [200, 40, 40] : [235, 235, 235]
    return Buffer.from([0, ...Array.from({ length: WIDTH }, () => pixel).flat()])
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
