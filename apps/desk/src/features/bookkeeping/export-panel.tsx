import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { exportBooks } from '@timedesk/contracts/bookkeeping'
import { useFormat } from '@timedesk/ui/format'
import { useId } from 'react'

import { client } from '../../shared/client.ts'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import { PeriodPicker } from '../../shared/periods/period-picker.tsx'
import { usePeriod } from '../../shared/periods/use-period.ts'
import { ChoiceCards } from '../../shared/terms/choice-cards.tsx'
import './bookkeeping.css'
import { useBookkeepingWords } from './use-bookkeeping-words.ts'

const KINDS = exportBooks.params.shape.kind.options
const FORMATS = ['csv', 'xlsx', 'xml', 'json'] as const

/** The books of a period as a file; what is chosen stands in the address. */
export function ExportPanel() {
  const words = useBookkeepingWords()
  const format = useFormat()
  const formatId = useId()
  const filters = useUrlFilters()
  const period = usePeriod(filters, 'month')
  const kind = KINDS.find((option) => option === filters.get('kind')) ?? 'invoices'
  const fileFormat = FORMATS.find((option) => option === filters.get('format')) ?? 'csv'
  const { from, to } = period
  return (
    <Panel title={words('download')}>
      <div className="desk-export">
        <PeriodPicker filters={filters} period={period} />
        <ChoiceCards
          label={words('kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: words(`kind_${value}`), text: words(`kind_${value}_text`) }))}
          onChange={(chosen) => filters.set({ kind: chosen === 'invoices' ? undefined : chosen })}
        />
        <div className="desk-export-format">
          <span id={formatId}>{words('format')}</span>
          <SegmentedControl
            aria-labelledby={formatId}
            value={fileFormat}
            onChange={(chosen) => filters.set({ format: chosen === 'csv' ? undefined : chosen })}
            data={FORMATS.map((option) => ({ value: option, label: option.toUpperCase() }))}
          />
        </div>
        <div className="desk-export-deed">
          <Button
            component="a"
            href={client.urlOf(exportBooks, { params: { kind }, query: { from, to, format: fileFormat } })}
            download
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
          >
            {words('get')}
          </Button>
          <Text size="sm" role="status">
            {words('getText', {
              kind: words(`kind_${kind}`),
              from: format.workDate(from),
              to: format.workDate(to),
              format: fileFormat.toUpperCase(),
            })}
          </Text>
        </div>
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('safe')}
        </Text>
      </div>
    </Panel>
  )
}
