import { startImport } from '@timedesk/contracts/operations'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type ImportUpload = { file: File; mapping: string; onProgress: (share: number) => void }

/** Sends a file and its mapping; the import then runs on the server. */
export function useStartImport() {
  return useChange(
    ({ file, mapping, onProgress }: ImportUpload) =>
      client.upload(startImport, { file, parts: { mapping }, onProgress }),
    [queryRoots.imports],
  )
}
