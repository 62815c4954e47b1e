import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { IMPORT_FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import { assertFits, createImport } from '../integrations/case-import/create-import.ts'
import { readMapping } from '../integrations/case-import/read-mapping.ts'
import { cleanFileName } from '../platform/storage/file-names.ts'
import { reportImport, tryImport } from './import-report.ts'
import { CommandError, runCommand, tell, type World } from './run-command.ts'

const USAGE = 'Usage: pnpm run import cases FILE --mapping MAPPING [--dry-run]'
const WRONG_USE = 2
const STARTED_BY = 'Command line'

const wanted = readArguments()
if (wanted === null) {
  tell(USAGE)
  process.exitCode = WRONG_USE
} else await runCommand((world) => importCases(world, wanted))

type Wanted = { file: string; mapping: string; isDryRun: boolean }

function readArguments(): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { mapping: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    })
    const [noun, file, ...rest] = positionals
    if (noun !== 'cases' || file === undefined || values.mapping === undefined || rest.length > 0) return null
    return { file, mapping: values.mapping, isDryRun: values['dry-run'] }
  } catch {
    return null
  }
}

async function importCases(world: World, { file, mapping: mappingFile, isDryRun }: Wanted): Promise<number> {
  const json = await readFile(mappingFile, 'utf8').catch(unreadable(mappingFile))
  const mapping = readMapping(json)
  const source = () => Promise.resolve(createReadStream(file))
  await assertFits(mapping, source).catch(unreadable(file))
  if (isDryRun) return tryImport(world, mapping, source)

  const fileName = cleanFileName(path.basename(file))
  const { storageKey } = await world.storage.store(createReadStream(file), {
    name: fileName,
    sizeBytesMax: IMPORT_FILE_SIZE_BYTES_MAX,
  })
  const actor = { kind: 'system', id: null, name: STARTED_BY } as const
  const importId = await world.database.transact((tx) =>
    createImport(
      tx,
      { actor, now: world.now(), newId: world.newId, requestId: null, written: [] },
      { mapping, fileName, storageKey },
    ),
  )
  return reportImport(world, importId)
}

function unreadable(file: string) {
  return (error: unknown): never => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new CommandError(`${file} cannot be read (${code})`)
    throw error
  }
}
