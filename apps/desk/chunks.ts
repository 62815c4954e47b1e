import path from 'node:path'

type Module = { importedIds: readonly string[]; code: string | null }
export type ModuleGraph = { getModuleInfo: (id: string) => Module | null }

/** Packages whose one entrance leads to all there is in them; only what is named is taken along. */
const ENTRANCE = /\/node_modules\/(@mantine\/(?:core|hooks)|@tabler\/icons-react)\/(?:dist\/)?esm\/[\w-]+\.mjs$/u
const TAKEN = /(?:import|export)\s*\{([^}]*)\}\s*from\s*["'](\.[^"']+)["']/gu

/** What is fetched before somebody is signed in, and with it the way to every screen. */
const START = ['main.tsx']
const SIGN_IN = ['pages/sign-in-page.tsx']
/** What every screen asks for as soon as it is there. */
const ASKED = [
  ...['features/notices/read-notices.ts', 'shared/time/read-timer.ts', 'shared/settings/read-settings.ts'],
  ...['features/frame/known-place-icon.tsx', 'shared/views/view-icon.tsx', 'shared/views/read-views.ts'],
  ...['shared/bulk/bulk-corner.tsx', 'shared/sending/leaving-corner.tsx'],
]
/** All that is fetched with the work list before anybody presses anything. */
const WORK_LIST = [
  'pages/cases-page.tsx',
  'features/work-list/query/query-box.tsx',
  'features/work-list/read-badges.ts',
]
const CASE = ['pages/case-page.tsx']
/** What the page of a case asks for as soon as it is there. */
const TOLD = [
  'read-cover.ts',
  'cover-chain.tsx',
  'held-entries.tsx',
  'rail/read-customer.ts',
  'merging/participants.tsx',
  'time-words.tsx',
  'log/event-words.tsx',
].map((file) => `features/case/${file}`)
/** What comes once the page of a case stands. */
const BESIDE = ['features/case/rail/more-cards.tsx', 'features/case/read-beside.ts']
/** What is pressed for on every screen. */
const PRESSED = [
  'features/notices/notice-list.tsx',
  'features/palette/palette-dialog.tsx',
  'features/timer/running-timer.tsx',
]

type Parts = Record<'start' | 'signIn' | 'asked' | 'list' | 'case' | 'told' | 'beside' | 'pressed', ReadonlySet<string>>

let parts: Parts | undefined

/** Which modules each of the first screens needs; found once. */
function partsOf(graph: ModuleGraph): Parts {
  parts ??= {
    start: reach(START, graph),
    signIn: reach(SIGN_IN, graph),
    asked: reach(ASKED, graph),
    list: reach(WORK_LIST, graph),
    case: reach(CASE, graph),
    told: reach(TOLD, graph),
    beside: reach(BESIDE, graph),
    pressed: reach(PRESSED, graph),
  }
  return parts
}

/**
 * The file that a module of the first screens goes into where several files need it: each file costs a request, so there
 * are few, and each holds what is needed at once.
 */
export function firstChunk(id: string, graph: ModuleGraph): string | null {
  const found = partsOf(graph)
  if (found.start.has(id)) return 'start'
  if (found.signIn.has(id)) return found.list.has(id) || found.case.has(id) ? 'basics' : 'sign-in'
  if ((found.list.has(id) || found.asked.has(id)) && found.case.has(id)) return 'frame'
  if (found.asked.has(id)) return 'asked'
  if (found.list.has(id)) return found.told.has(id) || found.beside.has(id) ? 'asked' : 'work-list'
  if (found.case.has(id)) return 'case'
  if (found.told.has(id)) return 'told'
  return found.beside.has(id) ? 'beside' : null
}

/** Our own modules that the first screens do without. */
export function officeChunk(id: string, graph: ModuleGraph): string | null {
  const isOurs = /\/(?:desk\/src|packages)\//u.test(id) && !id.includes('/node_modules/')
  return isOurs && !Object.values(partsOf(graph)).some((part) => part.has(id)) ? 'office' : null
}

/** Modules by their places in `src`, with all that they import at once. */
function reach(files: readonly string[], graph: ModuleGraph): ReadonlySet<string> {
  const modules = new Set<string>()
  for (const file of files) collect(path.resolve(import.meta.dirname, 'src', file), graph, modules)
  return modules
}

function collect(id: string, graph: ModuleGraph, modules: Set<string>): void {
  if (modules.has(id)) return
  modules.add(id)
  const { importedIds = [], code } = graph.getModuleInfo(id) ?? {}
  for (const imported of importedIds) {
    const packageName = ENTRANCE.exec(imported)?.[1]
    const isNamed = packageName !== undefined && !id.includes(`/node_modules/${packageName}/`)
    for (const next of isNamed ? namedBehind(imported, packageName, code ?? '', graph) : [imported]) {
      collect(next, graph, modules)
    }
  }
}

/** The modules behind the names that some code takes from a package. */
function namedBehind(entrance: string, packageName: string, code: string, graph: ModuleGraph): string[] {
  const inside = new Map<string, string>()
  for (const [, names = '', place = ''] of (graph.getModuleInfo(entrance)?.code ?? '').matchAll(TAKEN)) {
    for (const name of names.split(',')) inside.set(lastWord(name), path.resolve(path.dirname(entrance), place))
  }
  const taken = new RegExp(String.raw`import\s*\{([^}]*)\}\s*from\s*["']${packageName}["']`, 'gu')
  return [...code.matchAll(taken)]
    .flatMap(([, names = '']) => names.split(',').map((name) => firstWord(name)))
    .flatMap((name) => inside.get(name) ?? [])
}

function firstWord(names: string): string {
  return names.trim().split(/\s+/u)[0] ?? ''
}

function lastWord(names: string): string {
  return names.trim().split(/\s+/u).at(-1) ?? ''
}
