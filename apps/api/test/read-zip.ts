import { inflateRawSync } from 'node:zlib'

const END_SIGNATURE = 0x06054b50
const STORED = 0

/** The files of a zip archive as text, by name, found through its directory as programs do. */
export function readZip(archive: Buffer): Map<string, string> {
  let end = archive.length - 22
  while (archive.readUInt32LE(end) !== END_SIGNATURE) end -= 1
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(end + 16)
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const content = archive.subarray(start, start + size)
    files.set(name, (method === STORED ? content : inflateRawSync(content)).toString('utf8'))
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return files
}
