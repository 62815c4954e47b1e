import { createHash } from 'node:crypto'
import { existsSync, type Dirent } from 'node:fs'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { CACHE } from './root.ts'

const NOT_SOURCES = ['node_modules', 'dist', 'generated']

/** Something that is made out of sources, and made again only when they change. */
export type Product = {
  name: string
  /** The folder that sources and result are named from. */
  root: string
  /** Globs. */
  sources: string[]
  /** A file of the product; when it is missing, the product is stale. */
  result: string
  /** Resolves with whether it went well. */
  make: () => Promise<boolean>
}

/** Makes the product when it is stale. Resolves with false when that failed. */
export async function makeWhenStale({ name, root, sources, result, make }: Product): Promise<boolean> {
  const stampFile = path.join(root, CACHE, `${name}.stamp`)
  const wanted = await hashOf(root, sources)
  const made = await readFile(stampFile, 'utf8').catch(() => '')
  if (made === wanted && existsSync(path.join(root, result))) return true

  if (!(await make())) return false
  await mkdir(path.dirname(stampFile), { recursive: true })
  await writeFile(stampFile, wanted)
  return true
}

async function hashOf(root: string, sources: string[]): Promise<string> {
  const hash = createHash('sha256')
  const exclude = ({ name }: Dirent) => NOT_SOURCES.includes(name)
  const entries = await Array.fromAsync(glob(sources, { cwd: root, exclude, withFileTypes: true }))
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of paths.sort()) {
    hash.update(path.relative(root, file))
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}
