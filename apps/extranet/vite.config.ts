import { colorSchemePlugin } from '@timedesk/ui/color-scheme-plugin'
import { lightZodPlugin } from '@timedesk/ui/light-zod-plugin'
import react from '@vitejs/plugin-react'
import path from 'node:path'
import { defineConfig } from 'vite'

const API = 'http://localhost:3000'
const DEVELOPMENT_PORT = 5174
/** The editor is one chunk of about 540 kB, fetched when somebody writes; nothing else may come near it. */
const CHUNK_SIZE_MAX_KB = 560
/** A variable of one of these names would lose what its methods do: `line.push(…)` counts as a call of `line`. */
const SCHEMA_MAKERS = ['line', 'text', 'pageOf', 'queryList', 'queryInteger', 'idParams']

const ZOD_WITHOUT_EVAL = path.resolve(import.meta.dirname, '../../packages/contracts/src/zod-without-eval.ts')

export default defineConfig({
  base: '/extranet/',
  plugins: [react(), colorSchemePlugin(), lightZodPlugin()],
  resolve: { alias: [{ find: /^zod$/u, replacement: ZOD_WITHOUT_EVAL }] },
  server: { port: DEVELOPMENT_PORT, strictPort: true, proxy: { '/api': API } },
  build: {
    target: 'es2023',
    sourcemap: true,
    chunkSizeWarningLimit: CHUNK_SIZE_MAX_KB,
    // A contract that no screen calls is dead weight: making a schema or a route changes nothing else.
    rolldownOptions: { treeshake: { manualPureFunctions: ['z', 'defineRoute', ...SCHEMA_MAKERS] } },
  },
})
