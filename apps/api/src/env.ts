import { z } from 'zod'

const Flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const Port = z
  .string()
  .regex(/^\d{1,5}$/u, 'must be a port number')
  .transform(Number)
  .pipe(z.int().min(0).max(65_535))

/** Every variable of the environment, each with what it means and its default. */
export const Environment = z.object({
  PORT: Port.default(3000).describe('Port of the API, the desk and the extranet.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for all.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/u })
    .optional()
    .describe('Address that people use; links in mails begin with it. Default: http://localhost:PORT.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/u })
    .optional()
    .describe('A PostgreSQL ≥ 15 to use instead of the embedded one; the user owns the database and may create roles.'),
  DATA_FOLDER: z
    .string()
    .default('.data')
    .describe('Folder of the embedded database, the files and the generated secrets.'),
  TIMEDESK_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Key for sessions, cursors and the secrets of context cards. Default: generated once and kept in the data folder.',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/u })
    .optional()
    .describe('Mail server, such as smtp://user:password@mail.example:587. Without it mail stays in the outbox page.'),
  MAIL_FROM: z.string().default('Timedesk <timedesk@localhost>').describe('Sender of all mail.'),
  MAIL_REPLY_ADDRESS: z
    .email()
    .optional()
    .describe(
      'Mailbox for answers to side conversations; each has its own sub-address of it, such as help+s-token@company.example. Default: the address of MAIL_FROM.',
    ),
  DEMO_COMPANY: Flag.default(true).describe(
    'Whether an empty database is filled with the demo company on the first start.',
  ),
  ADMIN_EMAIL: z
    .email('must be an e-mail address')
    .transform((address) => address.toLowerCase())
    .default('admin@localhost.localdomain')
    .describe('Address of the first administrator of an empty database without the demo company.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('warn')
    .describe('How much the JSON log tells.'),
  DATABASE_CONNECTIONS: z
    .string()
    .regex(/^\d{1,3}$/u, 'must be a number')
    .transform(Number)
    .pipe(z.int().min(2).max(200))
    .default(10)
    .describe('Connections for each of the staff and extranet pools.'),
  REQUESTS_PER_MINUTE: z
    .string()
    .regex(/^\d{1,9}$/u, 'must be a number')
    .transform(Number)
    .pipe(z.int().min(1))
    .default(1200)
    .describe('How many requests a person or token may make in a minute.'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe('Addresses of reverse proxies whose X-Forwarded headers count, separated by commas.'),
  CONTEXT_CARD_PRIVATE_TARGETS: Flag.default(false).describe(
    'Whether context cards may ask systems on this machine and in private networks.',
  ),
  RUN_WORKER: Flag.default(true).describe(
    'Whether this process also runs the jobs; `false` when `worker.ts` runs apart.',
  ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Bearer token for /metrics. Without it only this machine may read them.'),
})
export type Environment = z.infer<typeof Environment>

/** Thrown with one line that names the variable and what is wrong with it. */
export class EnvironmentError extends Error {}

/** The environment of this process. Throws as parseEnvironment does. */
export function readEnvironment(): Environment {
  return parseEnvironment(process.env)
}

/**
 * Parses the environment, once, in the composition.
 * Throws an EnvironmentError of one line when a value is wrong. An empty value counts as none.
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new EnvironmentError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'is not valid'}`)
}
