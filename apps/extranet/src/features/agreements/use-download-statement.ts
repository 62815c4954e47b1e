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

/** Gathers the whole statement and saves it as a file. */
export function useDownloadStatement(pool: ExtranetPool, to: string | null) {
  const words = useAgreementsWords()
  const { language } = useLanguage()
  return useMutation({
    mutationFn: async () => {
      const query = { to: to ?? undefined, limit: PAGE_SIZE_MAX }
      const rows: ExtranetStatementRow[] = []
      for await (const row of client.items(extranetListStatement, { params: { poolId: pool.id }, query }))
        rows.push(row)
      const name = [words('csvName'), pool.name, to].filter((part) => part !== null).join('-')
      saveFile(`${name}.csv`, statementCsv(rows, { pool, words, language }), 'text/csv;charset=utf-8')
    },
  })
}
