import { Button, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery, keepPreviousData } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState } from 'react'

import { useUnits, type Units } from '../cover/use-units.ts'
import { useTell } from '../deeds/use-tell.ts'
import { dayIn } from '../day-in.ts'
import { QueryFailure } from '../problems/query-failure.tsx'
import { Facts } from '../panels/facts.tsx'
import { useMe } from '../session/use-me.ts'
import { ledgerCsv, saveText } from './ledger-csv.ts'
import { ledgerQueries, readLedger } from './ledger-queries.ts'
import './ledger.css'
import { useLedgerWords } from './use-ledger-words.ts'

type StatementProps = {
  poolId: string
  /** What the pool is called, for the name of the file. */
  name: string
  units: Units
  withMoney: boolean
}

/** What was left at the end of any day, and the whole ledger as a file. */
export function Statement({ poolId, name, units, withMoney }: StatementProps) {
  const words = useLedgerWords()
  const wording = useUnits()
  const format = useFormat()
  const { company } = useMe()
  const [day, setDay] = useState(() => dayIn(company.timeZone, new Date()))
  const statement = useQuery({
    ...ledgerQueries.statement(poolId, day),
    enabled: day !== '',
    placeholderData: keepPreviousData,
  })
  const found = statement.data
  return (
    <>
      <div className="desk-statement-tools">
        <TextInput
          type="date"
          label={words('asOf')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <DownloadButton poolId={poolId} name={name} units={units} />
      </div>
      {statement.isError && <QueryFailure error={statement.error} onRetry={() => void statement.refetch()} />}
      {found !== undefined && (
        <div role="status">
          <Facts
            facts={[
              { label: words('statementBalance'), value: wording.long(found.balance, units) },
              ...(withMoney
                ? [
                    { label: words('recognised'), value: format.money(found.recognised) },
                    { label: words('liability'), value: format.money(found.liability) },
                    { label: words('credited'), value: format.money(found.credited) },
                  ]
                : []),
            ]}
          />
        </div>
      )}
    </>
  )
}

function DownloadButton({ poolId, name, units }: Pick<StatementProps, 'poolId' | 'name' | 'units'>) {
  const words = useLedgerWords()
  const { language } = useLanguage()
  const tell = useTell()
  const download = useMutation({
    mutationFn: () => readLedger(poolId),
    onSuccess: (rows) => saveText(`${name}.csv`, ledgerCsv(rows, { units, words, language })),
    onError: tell('').onError,
  })
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.7} />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {words('download')}
    </Button>
  )
}
