import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { EnvironmentError, type Environment } from '../env.ts'

const SECRET_BYTES = 48
const SECRET_LENGTH_MIN = 32

/**
 * The key that signs: the environment's, or one that is made on the first start and kept in the data folder, readable
 * by its owner only. Throws an EnvironmentError when the folder cannot be written.
 */
export async function obtainSecret({ TIMEDESK_SECRET, DATA_FOLDER }: Environment): Promise<string> {
  try {
    await mkdir(DATA_FOLDER, { recursive: true })
    return TIMEDESK_SECRET ?? (await readOrMake(path.join(DATA_FOLDER, 'secret')))
  } catch (error) {
    if (error instanceof EnvironmentError) throw error
    throw new EnvironmentError(`DATA_FOLDER: ${DATA_FOLDER} cannot be used (${codeOf(error)})`, { cause: error })
  }
}

/** Two first starts at the same moment agree: only one link succeeds, and both read what is there then. */
async function readOrMake(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(ignoreMissing)
  if (known !== undefined) return checked(known.trim(), file)
  const draft = `${file}.${String(process.pid)}`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(randomBytes(SECRET_BYTES).toString('base64url'))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await link(draft, file).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await rm(draft, { force: true })
  return checked((await readFile(file, 'utf8')).trim(), file)
}

function checked(secret: string, file: string): string {
  if (secret.length >= SECRET_LENGTH_MIN) return secret
  throw new EnvironmentError(
    `DATA_FOLDER: the secret in ${file} is damaged; restore it, or remove it to sign everybody out`,
  )
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
