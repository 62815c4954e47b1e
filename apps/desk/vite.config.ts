import { colorSchemePlugin } from '@timedesk/ui/color-scheme-plugin'
import { lightZodPlugin } from '@timedesk/ui/light-zod-plugin'
import react from '@vitejs/plugin-react'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

import { firstChunk, officeChunk } from './chunks.ts'

const API_ADDRESS = 'http://localhost:3000'
/** The editor is one chunk of about 540 kB, fetched when somebody writes; nothing else may come near it. */
const CHUNK_SIZE_MAX_KB = 560
/** A variable of one of these names would lose what its methods do: `line.push(…)` counts as a call of `line`. */
const SCHEMA_MAKERS = ['line', 'text', 'pageOf', 'queryList', 'queryInteger', 'idParams']
/** What so many pages share is one chunk for all of them, which the first screen does without. */
const OFFICE_PAGES_MIN = 10
const FIRST_PAGES_MIN = 2

const ZOD_WITHOUT_EVAL = path.resolve(import.meta.dirname, '../../packages/contracts/src/zod-without-eval.ts')

const entryFiles = new Set<string>()

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
  plugins: [react(), colorSchemePlugin(), lightZodPlugin(), entryFilesPlugin],
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
            { name: firstChunk, debugName: 'first', minShareCount: FIRST_PAGES_MIN },
            { name: officeChunk, debugName: 'office', minShareCount: OFFICE_PAGES_MIN },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: API_ADDRESS, changeOrigin: false } } },
})
