import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runProgram } from '../../scripts/run-program.ts'

/** Fetched when screens are measured: with all that it needs it takes 170 MB, which no installation should wait for. */
const LIGHTHOUSE = 'lighthouse@13.5.0'
/** Without a sandbox, which root may not have: the browser sees nothing but the product. */
const BROWSER_FLAGS = '--headless=new --no-sandbox --disable-gpu'

/** What Lighthouse says when the trace of an opening is not whole. */
const NOT_RECORDED = /recording the trace|NO_NAVSTART|NO_FCP|NO_TRACING_STARTED/u

/** Mobile is Lighthouse's own telephone, four times slower than this machine, on a slow mobile network. */
export const FORMS = ['desktop', 'mobile'] as const
export type Form = (typeof FORMS)[number]

/** One opening of a screen. Scores go to 100. */
export type Opening = {
  performance: number
  accessibility: number
  bestPractices: number
  /** When the largest thing of the first view is there. */
  largestPaintMs: number
  /** How long the main thread was deaf to clicks. */
  blockedMs: number
  /** How much things moved while it loaded; 0 is not at all. */
  layoutShift: number
  /** As sent, so compressed. */
  scriptBytes: number
  /** What is wrong, by Lighthouse's names of its audits. */
  findings: string[]
}

type Result = {
  runtimeError?: { message: string }
  runWarnings: string[]
  categories: Record<'performance' | 'accessibility' | 'best-practices', Category>
  audits: Record<string, Audit>
}
type Category = { score: number | null; auditRefs: { id: string }[] }
type Audit = { score: number | null; numericValue?: number; details?: { items?: Item[] } }
type Item = {
  resourceType?: string
  transferSize?: number
  node?: { selector?: string }
  /** What the console says. */
  description?: string
}

type Asked = { form: Form; cookie: string | undefined; browser: string; folder: string }

/**
 * Opens an address in a browser of its own with nothing in its cache, and resolves with what Lighthouse says of it; null
 * where it could not record the opening, which happens now and then on a busy machine.
 */
export async function openScreen(address: string, { form, cookie, browser, folder }: Asked): Promise<Opening | null> {
  const headersFile = path.join(folder, 'headers.json')
  const resultFile = path.join(folder, 'lighthouse.json')
  await writeFile(headersFile, JSON.stringify(cookie === undefined ? {} : { cookie }))
  const { status, output } = await runProgram(
    'pnpm',
    [
      ...['dlx', LIGHTHOUSE, address, '--quiet', '--output=json', `--output-path=${resultFile}`],
      ...['--only-categories=performance,accessibility,best-practices', `--extra-headers=${headersFile}`],
      ...[`--chrome-flags=${BROWSER_FLAGS}`, ...(form === 'desktop' ? ['--preset=desktop'] : [])],
    ],
    { env: { CHROME_PATH: browser }, isQuiet: true },
  )
  if (status !== 0 && NOT_RECORDED.test(output)) return null
  if (status !== 0) throw new Error(`Lighthouse could not open ${address}:\n${output}`)
  const result = JSON.parse(await readFile(resultFile, 'utf8')) as Result
  if (result.runtimeError !== undefined) {
    if (NOT_RECORDED.test(result.runtimeError.message)) return null
    throw new Error(`${address}: ${result.runtimeError.message}`)
  }
  return readResult(result)
}

function readResult({ categories, audits, runWarnings }: Result): Opening {
  const score = ({ score: share }: Category) => Math.round((share ?? 0) * 100)
  const figure = (name: string) => audits[name]?.numericValue ?? Number.NaN
  const scripts = audits['resource-summary']?.details?.items?.find(({ resourceType }) => resourceType === 'script')
  return {
    performance: score(categories.performance),
    accessibility: score(categories.accessibility),
    bestPractices: score(categories['best-practices']),
    largestPaintMs: figure('largest-contentful-paint'),
    blockedMs: figure('total-blocking-time'),
    layoutShift: figure('cumulative-layout-shift'),
    scriptBytes: scripts?.transferSize ?? Number.NaN,
    findings: [
      ...[categories.accessibility, categories['best-practices']].flatMap(({ auditRefs }) =>
        auditRefs.flatMap(({ id }) => findingsOf(id, audits[id])),
      ),
      ...runWarnings,
    ],
  }
}

/** A failed audit with the places or messages that it names; audits that do not apply have no score. */
function findingsOf(id: string, audit: Audit | undefined): string[] {
  if (audit?.score === undefined || audit.score === null || audit.score === 1) return []
  const places = (audit.details?.items ?? []).flatMap(({ node, description }) => node?.selector ?? description ?? [])
  return [[id, places.join(', ')].filter((part) => part !== '').join(': ')]
}
