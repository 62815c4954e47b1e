import { Button, Select, TextInput } from '@mantine/core'
import type { ExtranetAgreement, ExtranetPool } from '@timedesk/contracts/extranet-agreements'
import { useFormat } from '@timedesk/ui/format'
import { IconDownload } from '@tabler/icons-react'
import { FormProblem } from '../../shared/form-problem.tsx'
import { today } from '../../shared/today.ts'
import './agreements.css'
import { isHidden } from './standing.ts'
import { StatementRows } from './statement-rows.tsx'
import { useAgreementsWords } from './use-agreements-words.ts'
import { useDownloadStatement } from './use-download-statement.ts'
import { chosenPool, useStatementView } from './use-statement-view.ts'
import { poolWords } from './word-agreement.ts'

type StatementProps = { agreement: ExtranetAgreement; pools: readonly ExtranetPool[] }

/** What moved in a voucher or quota; the one to look at and the last day stand in the address. */
export function Statement({ agreement, pools }: StatementProps) {
  const words = useAgreementsWords()
  const format = useFormat()
  const { view, changeView } = useStatementView()
  const pool = chosenPool(pools, view)

  if (!agreement.shows.balances || pool === undefined) return <p className="ex-plain">{words('statementHidden')}</p>
  return (
    <>
      <p className="ex-plain">{words('statementText')}</p>
      <div className="ex-statement-choice">
        <Select
          label={words('choosePool')}
          data={pools.map((choice) => ({ value: choice.id, label: poolWords({ words, format }, choice) }))}
          value={pool.id}
          allowDeselect={false}
          onChange={(poolId) => {
            changeView({ poolId })
          }}
        />
        <TextInput
          type="date"
          label={words('upTo')}
          max={today()}
          value={view.to ?? ''}
          onChange={(event) => {
            changeView({ to: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }}
        />
        {view.to !== null && (
          <Button
            variant="default"
            onClick={() => {
              changeView({ to: null })
            }}
          >
            {words('upToToday')}
          </Button>
        )}
        {!isHidden(pool) && <Download pool={pool} to={view.to} />}
      </div>
      {isHidden(pool) ? (
        <p className="ex-plain">{words('statementHidden')}</p>
      ) : (
        <StatementRows key={pool.id} pool={pool} to={view.to} />
      )}
    </>
  )
}

function Download({ pool, to }: { pool: ExtranetPool; to: string | null }) {
  const words = useAgreementsWords()
  const download = useDownloadStatement(pool, to)
  return (
    <>
      <Button
        variant="default"
        className="ex-statement-download"
        leftSection={<IconDownload size={16} stroke={1.7} />}
        loading={download.isPending}
        onClick={() => {
          download.mutate()
        }}
      >
        {words('download')}
      </Button>
      <FormProblem error={download.error} />
    </>
  )
}
