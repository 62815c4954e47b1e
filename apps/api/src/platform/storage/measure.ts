import { createHash } from 'node:crypto'
import { Refusal } from '@timedesk/contracts/refusal'
import { HEAD_BYTES, sniff } from './sniff.ts'

/** Looks at content as it passes: size, hash and type. */
export type Measure = {
  /** Refuses with `body_too_large` at the first byte past the limit. */
  see: (chunk: Buffer) => void
  result: () => { sizeBytes: number; sha256: string; contentType: string }
}

export function createMeasure(sizeBytesMax: number): Measure {
  const hash = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sizeBytes = 0
  let head = Buffer.alloc(0)
  let isText = true

  const decodes = (chunk: Buffer | undefined) => {
    if (!isText) return false
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
      return chunk?.includes(0) !== true
    } catch {
      return false
    }
  }

  return {
    see(chunk) {
      sizeBytes += chunk.length
      if (sizeBytes > sizeBytesMax)
        throw new Refusal('body_too_large', { detail: `A file may have at most ${String(sizeBytesMax)} bytes.` })
      hash.update(chunk)
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      isText = decodes(chunk)
    },
    result() {
      isText = decodes(undefined)
      return { sizeBytes, sha256: hash.digest('hex'), contentType: sniff(head, isText) }
    },
  }
}
