import {
  extranetListStatement,
  type ExtranetPool,
  type ExtranetStatementRow,
} from '@timedesk/contracts/extranet-agreements'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { useMutation } from '@tanstack/react-query'
import { useLanguage } from '@timedesk/ui/use-language'
import { client } from '../../shared/client.ts'
import { saveFile } from '../../shared/save-file.ts'
import { statementCsv } from './statement-csv.ts'
import { useAgreementsWords } from './use-agreements-words.ts'

/** Keeps a statement without an end from being gathered for ever; the rest stays on the page. */
const PAGES_MAX = 100

/** Gathers the whole statement and saves it as a file. */
export function useDownloadStatement(pool: ExtranetPool, to: string | null) {
  const words = useAgreementsWords()
  const { language } = useLanguage()
  return useMutation({
    mutationFn: async () => {
      const rows = await gatherRows(pool.id, to ?? undefined)
      const name = [words('csvName'), pool.name, to].filter((part) => part !== null).join('-')
      saveFile(`${name}.csv`, statementCsv(rows, { pool, words, language }), 'text/csv;charset=utf-8')
    },
  })
}

async function gatherRows(poolId: string, to: string | undefined): Promise<ExtranetStatementRow[]> {
  const rows: ExtranetStatementRow[] = []
  let after: string | undefined
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const { data, page } = await client.call(extranetListStatement, {
      params: { poolId },
      query: { to, limit: PAGE_SIZE_MAX, after },
    })
    rows.push(...data)
    if (page.after === null) break
    after = page.after
  }
  return rows
}
