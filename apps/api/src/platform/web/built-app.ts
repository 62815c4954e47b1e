import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = /^text\/|json|svg/u
const COMPRESSED_BYTES_MIN = 1_024
/** For who asks first and waits: a twelfth of the time, 7 % more bytes. */
const BROTLI_QUALITY_QUICK = 9
const BROTLI_QUALITY_BEST = 11

export type Encoding = 'br' | 'gzip' | 'identity'

/** A file of a built app, read once and compressed once for each encoding, for Brotli once more and better. */
export type BuiltFile = {
  type: string
  etag: string
  isCompressible: boolean
  bytes: (encoding: Encoding) => Promise<Buffer>
}

/** The files of a `dist` folder by their path below it, such as `assets/index-1a2b.js`; null without an index.html. */
export async function readBuiltApp(folder: string): Promise<Map<string, BuiltFile> | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = new Map<string, BuiltFile>()
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, file).replaceAll(path.sep, '/'), await readBuiltFile(file))
  }
  return files.has('index.html') ? files : null
}

async function readBuiltFile(file: string): Promise<BuiltFile> {
  return builtFile(await readFile(file), TYPES[path.extname(file)] ?? 'application/octet-stream')
}

/** Something to serve that does not change while the process lives. */
export function builtFile(content: Buffer, type: string): BuiltFile {
  const encoded = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(content)]])
  return {
    type,
    etag: createHash('sha256').update(content).digest('base64url').slice(0, 22),
    isCompressible: COMPRESSIBLE.test(type) && content.length >= COMPRESSED_BYTES_MIN,
    bytes(encoding) {
      const known = encoded.get(encoding)
      if (known !== undefined) return known
      const bytes = encoding === 'gzip' ? promisify(gzip)(content) : brotli(content, BROTLI_QUALITY_QUICK)
      encoded.set(encoding, bytes)
      if (encoding === 'br') compressBetter(content, (better) => encoded.set('br', Promise.resolve(better)))
      return bytes
    },
  }
}

let compressing: Promise<void> = Promise.resolve()

/** One file at a time, so that what hashes passwords and reads files does not wait for it. */
function compressBetter(content: Buffer, use: (better: Buffer) => void): void {
  // What failed was sent all the same, only longer.
  compressing = compressing.then(() => brotli(content, BROTLI_QUALITY_BEST)).then(use, () => undefined)
}

function brotli(content: Buffer, quality: number): Promise<Buffer> {
  return promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
}

/** The best encoding that the client takes. */
export function encodingFor(header: string | undefined): Encoding {
  const accepted = new Set(
    (header ?? '').split(',').flatMap((wish) => {
      const [name = '', weight = ''] = wish
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/u)
      return /^q=0(?:\.0*)?$/u.test(weight) ? [] : [name]
    }),
  )
  if (accepted.has('br')) return 'br'
  return accepted.has('gzip') ? 'gzip' : 'identity'
}
