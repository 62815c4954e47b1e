import type { ExtranetAgreement } from '@timedesk/contracts/extranet-agreements'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import './agreements.css'
import { useAgreementsWords } from './use-agreements-words.ts'
import { daysWords, periodWords } from './word-agreement.ts'

type Period = ExtranetAgreement['periods'][number]

/** What a subscription charged for its latest periods; without the amounts where they are not shown. */
export function AgreementPeriods({ agreement }: { agreement: ExtranetAgreement }) {
  const words = useAgreementsWords()
  const format = useFormat()
  const { periods, shows } = agreement
  const columns: DataColumn<Period>[] = [
    {
      key: 'period',
      header: words('columnPeriod'),
      priority: 1,
      render: (period) => daysWords({ words, format }, period),
    },
    { key: 'what', header: words('columnWhat'), render: (period) => periodWords(words, period) },
  ]
  const amount: DataColumn<Period> = {
    key: 'amount',
    header: words('columnAmount'),
    align: 'end',
    render: (period) => (period.amount === null ? '–' : format.money(period.amount)),
  }

  return (
    <>
      <DataTable
        label={words('periods')}
        columns={shows.money ? [...columns, amount] : columns}
        rows={periods}
        rowKey={({ id }) => id}
      />
      {!shows.money && <p className="ex-plain">{words('amountsHidden')}</p>}
    </>
  )
}
