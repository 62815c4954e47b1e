import { pino, type DestinationStream, type Logger } from 'pino'
import type { Environment } from '../env.ts'

const HIDDEN = [
  'cookie',
  'cookies',
  'authorization',
  '"set-cookie"',
  'password',
  'secret',
  'token',
  'refreshHash',
  'passwordHash',
]

/** The JSON log. Faults are written whole; cookies, passwords and secrets never, wherever an object carries them. */
export function createLog({ LOG_LEVEL }: Pick<Environment, 'LOG_LEVEL'>, destination?: DestinationStream): Logger {
  const paths = HIDDEN.flatMap((name) =>
    name.startsWith('"') ? [`[${name}]`, `*[${name}]`, `*.*[${name}]`] : [name, `*.${name}`, `*.*.${name}`],
  )
  const options = {
    level: LOG_LEVEL,
    redact: { paths, censor: '[hidden]' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
