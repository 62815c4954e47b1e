import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@timedesk/prisma/engine/embedded-postgres'
import { demoPassword } from '@timedesk/prisma/seed/demo-company'
import { findBrowser } from '../../scripts/find-browser.ts'
import { FORMS, openScreen, type Opening } from './lighthouse.ts'
import { freePort, startProduct, untilReady } from './processes.ts'
import { keep } from './report.ts'
import { findingsOf, lineOf, screenHeading, screenTargets, type Screen } from './screen-report.ts'

const LOGINS = {
  desk: { session: '/api/v1/session', email: 'mette@fjordbyte.example' },
  extranet: { session: '/api/extranet/v1/session', email: 'anna@nordlys.example' },
} as const
const SCREENS = [
  { name: 'sign-in', app: null, open: () => '/desk/' },
  { name: 'work list', app: 'desk', open: () => '/desk/cases' },
  { name: 'case', app: 'desk', open: caseAtDesk },
  { name: 'extranet sign-in', app: null, open: () => '/extranet/' },
  { name: 'extranet home', app: 'extranet', open: () => '/extranet/' },
  { name: 'extranet case', app: 'extranet', open: caseInExtranet },
] as const
const RETRIES_MAX = 3
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)

const browser = await findBrowser()
if (browser === undefined) throw new Error('There is no Chromium: name one in TIMEDESK_BROWSER.')

const folder = await mkdtemp(path.join(tmpdir(), 'timedesk-screens-'))
const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
let product: ChildProcess | undefined
try {
  const port = await freePort()
  product = startProduct(port, postgres.url, folder, { DEMO_COMPANY: 'true' })
  await untilReady(port)
  const base = `http://localhost:${String(port)}`

  console.log(screenHeading)
  const measured: Screen[] = []
  for (const form of FORMS) {
    for (const { name, app, open } of SCREENS) {
      const openings: Opening[] = []
      for (let tries = 0; openings.length < rounds; tries += 1) {
        if (tries > rounds + RETRIES_MAX) throw new Error(`Lighthouse could not record ${name}.`)
        // A session of its own each time: the screen exchanges its refresh cookie, which works once.
        const cookie = app === null ? undefined : await signIn(base, app)
        const opening = await openScreen(`${base}${await open(base, cookie)}`, { form, cookie, browser, folder })
        if (opening !== null) openings.push(opening)
      }
      const screen = { name, form, ...middleOf(openings) }
      measured.push(screen)
      console.log(lineOf(screen))
    }
  }
  console.log(screenTargets)
  for (const finding of findingsOf(measured)) console.log(finding)
  console.log(`kept in ${await keep('screens-', { plan: { rounds }, screens: measured })}`)
} finally {
  product?.kill('SIGTERM')
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Opens a session with a demo login and resolves with its cookies as a browser sends them. */
async function signIn(base: string, app: keyof typeof LOGINS): Promise<string> {
  const { session, email } = LOGINS[app]
  const response = await fetch(`${base}${session}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  if (!response.ok) throw new Error(`${email} could not sign in: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

type Numbered = { number: number }

/** The case at the top of the work list. */
async function caseAtDesk(base: string, cookie: string | undefined): Promise<string> {
  const { number } = await firstOf<Numbered>(`${base}/api/v1/cases?limit=1&isActive=true`, cookie)
  return `/desk/cases/${String(number)}`
}

/** The case at the top of a contact's own. */
async function caseInExtranet(base: string, cookie: string | undefined): Promise<string> {
  const { number } = await firstOf<Numbered>(`${base}/api/extranet/v1/cases?limit=1`, cookie)
  return `/extranet/cases/${String(number)}`
}

async function firstOf<Item>(address: string, cookie: string | undefined): Promise<Item> {
  const answer = await fetch(address, { headers: cookie === undefined ? {} : { cookie } })
  if (!answer.ok) throw new Error(`${address}: ${await answer.text()}`)
  const { data } = (await answer.json()) as { data: Item[] }
  const [first] = data
  if (first === undefined) throw new Error(`${address}: the demo company has none.`)
  return first
}

/** The opening in the middle by its performance, whole, so that its figures belong together. */
function middleOf(openings: Opening[]): Opening {
  const sorted = openings.toSorted((a, b) => a.performance - b.performance)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('BENCH_ROUNDS is to be 1 or more.')
  return middle
}
