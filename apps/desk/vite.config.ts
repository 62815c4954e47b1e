import { colorSchemePlugin } from '@timedesk/ui/color-scheme-plugin'
import react from '@vitejs/plugin-react'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const API_ADDRESS = 'http://localhost:3000'
/** The editor is one chunk of about 540 kB, fetched when somebody writes; nothing else may come near it. */
const CHUNK_SIZE_MAX_KB = 560
/** A variable of one of these names would lose what its methods do: `line.push(…)` counts as a call of `line`. */
const SCHEMA_MAKERS = ['line', 'text', 'pageOf', 'queryList', 'queryInteger', 'idParams']
/** What so many pages share is one chunk for all of them, which the first screen does without. */
const OFFICE_PAGES_MIN = 10
const FRAME_PAGES_MIN = 2
const SIGNED_OUT = ['main.tsx', 'pages/sign-in-page.tsx'].map(inSources)
/** All that is fetched with the work list before anybody presses anything. */
const WORK_LIST = [
  ...['pages/cases-page.tsx', 'features/notices/read-notices.ts', 'shared/time/read-timer.ts'],
  ...['features/work-list/query/query-box.tsx', 'shared/views/view-icon.tsx', 'shared/views/read-views.ts'],
  ...['features/work-list/read-badges.ts', 'shared/settings/read-settings.ts'],
].map(inSources)
const FIRST_SCREEN = [
  ...SIGNED_OUT,
  ...WORK_LIST,
  ...['notices/notice-list.tsx', 'palette/palette-dialog.tsx', 'timer/running-timer.tsx'].map((file) =>
    inSources(`features/${file}`),
  ),
]

/** A module of the desk by its place in `src`. */
function inSources(file: string): string {
  return path.resolve(import.meta.dirname, 'src', file)
}

const ZOD_WITHOUT_EVAL = path.resolve(import.meta.dirname, '../../packages/contracts/src/zod-without-eval.ts')

type ModuleGraph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

const firstModules = new Set<string>()
const workListModules = new Set<string>()
const signedOutModules = new Set<string>()
const entryFiles = new Set<string>()

/** What the work list needs beyond the entry and shares with other pages, as one file: each file costs a request. */
function frameChunk(id: string, graph: ModuleGraph): string | null {
  if (workListModules.size === 0) {
    for (const file of WORK_LIST) collectModules(file, graph, workListModules)
    for (const file of SIGNED_OUT) collectModules(file, graph, signedOutModules)
  }
  return workListModules.has(id) && !signedOutModules.has(id) ? 'frame' : null
}

/** Our own modules that the first screen does without, as one chunk where enough pages share them. */
function officeChunk(id: string, graph: ModuleGraph): string | null {
  if (firstModules.size === 0) for (const file of FIRST_SCREEN) collectModules(file, graph, firstModules)
  const isOurs = /\/(?:desk\/src|packages)\//u.test(id) && !id.includes('/node_modules/')
  return isOurs && !firstModules.has(id) ? 'office' : null
}

function collectModules(id: string, graph: ModuleGraph, modules: Set<string>): void {
  if (modules.has(id)) return
  modules.add(id)
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collectModules(imported, graph, modules)
}

/** Notes which files come with the entry, so that no page asks for them again. */
const entryFilesPlugin: Plugin = {
  name: 'entry-files',
  enforce: 'pre',
  generateBundle: {
    order: 'pre',
    handler(_, bundle) {
      const collect = (file: string) => {
        const chunk = bundle[file]
        if (entryFiles.has(file) || chunk?.type !== 'chunk') return
        entryFiles.add(file)
        for (const imported of chunk.imports) collect(imported)
      }
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) collect(chunk.fileName)
    },
  },
}

export default defineConfig({
  base: '/desk/',
  plugins: [react(), colorSchemePlugin(), entryFilesPlugin],
  resolve: { alias: [{ find: /^zod$/u, replacement: ZOD_WITHOUT_EVAL }] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: CHUNK_SIZE_MAX_KB,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => !entryFiles.has(file)),
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      // A contract that no screen calls is dead weight: making a schema or a route changes nothing else.
      treeshake: { manualPureFunctions: ['z', 'defineRoute', ...SCHEMA_MAKERS] },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: frameChunk, debugName: 'frame', minShareCount: FRAME_PAGES_MIN },
            { name: officeChunk, debugName: 'office', minShareCount: OFFICE_PAGES_MIN },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: API_ADDRESS, changeOrigin: false } } },
})
