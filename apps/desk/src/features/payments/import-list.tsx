import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { OutcomeCounts } from './import-outcomes.tsx'
import './payments.css'
import { paymentQueries } from './queries.ts'
import { usePaymentWords } from './use-payment-words.ts'

/** The files of the bank that were imported, each with what its rows became. */
export function PaymentImportList({ onShow }: { onShow: (importId: string) => void }) {
  const words = usePaymentWords()
  const format = useFormat()
  const imports = useInfiniteQuery(paymentQueries.imports())
  return (
    <Panel title={words('imports')}>
      <ListFace
        query={imports}
        empty={
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('importsEmpty')}
          </Text>
        }
      >
        {(rows) => (
          <ul className="desk-payment-imports">
            {rows.map(({ id, fileName, counts, recordedByName, createdAt }) => (
              <li key={id}>
                <span className="desk-stack">
                  <strong>{fileName}</strong>
                  <span className="desk-quiet desk-small">
                    {words('importedBy', { name: recordedByName, at: format.dateTime(createdAt) })}
                  </span>
                </span>
                <OutcomeCounts counts={counts} />
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={words('showImport', { name: fileName })}
                  onClick={() => onShow(id)}
                >
                  {words('show')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ListFace>
    </Panel>
  )
}
