import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { invoicingSettingsQueries } from '../../shared/invoicing/invoicing-settings-queries.ts'
import { useRateText } from '../../shared/invoicing/use-rate-text.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { RateDialog } from './rate-dialog.tsx'
import { useInvoicingSettingsWords } from './use-invoicing-settings-words.ts'

/** What foreign currencies are worth, from which day on. */
export function RatePanel({ mayWrite }: { mayWrite: boolean }) {
  const words = useInvoicingSettingsWords()
  const format = useFormat()
  const rateText = useRateText()
  const rates = useQuery(invoicingSettingsQueries.rates())
  const [isSetting, setIsSetting] = useState(false)
  return (
    <div className="desk-form-page">
      <Panel
        title={words('rates')}
        actions={
          mayWrite && (
            <Button size="compact-sm" variant="default" onClick={() => setIsSetting(true)}>
              {words('newRate')}
            </Button>
          )
        }
      >
        <QueryFace query={rates} rows={3}>
          {(found) => (
            <>
              <Text size="sm" c="var(--td-ink-quiet)" mb="xs">
                {words(found.length === 0 ? 'ratesEmpty' : 'ratesText')}
              </Text>
              {found.length > 0 && (
                <DataTable
                  label={words('rates')}
                  rows={found}
                  rowKey={({ currency, validFrom }) => `${currency} ${validFrom}`}
                  columns={[
                    { key: 'currency', header: words('currency'), priority: 1, render: ({ currency }) => currency },
                    { key: 'from', header: words('validFrom'), render: ({ validFrom }) => format.workDate(validFrom) },
                    {
                      key: 'by',
                      header: words('by'),
                      priority: 3,
                      render: ({ createdByName, createdAt }) => `${createdByName}, ${format.date(createdAt)}`,
                    },
                    { key: 'rate', header: words('rate'), align: 'end', render: ({ rate }) => rateText(rate) },
                  ]}
                />
              )}
            </>
          )}
        </QueryFace>
      </Panel>
      {isSetting && <RateDialog onClose={() => setIsSetting(false)} />}
    </div>
  )
}
