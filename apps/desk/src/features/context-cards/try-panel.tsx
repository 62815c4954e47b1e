import { Button } from '@mantine/core'
import { listCases } from '@timedesk/contracts/work-list'
import { SearchSelect, type SearchOption } from '@timedesk/ui/search-select'
import { useState } from 'react'

import { client } from '../../shared/client.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { CardExchange } from './card-exchange.tsx'
import './context-cards.css'
import { useCardSettingWords } from './use-card-setting-words.ts'
import { useTryCard } from './use-save-card.ts'

const FOUND_MAX = 8

/** Asks the card, as it was saved, for a case of one's choice and shows all that went to and fro. */
export function TryPanel({ cardId }: { cardId: string }) {
  const words = useCardSettingWords()
  const attempt = useTryCard(cardId)
  const [chosen, setChosen] = useState<SearchOption | null>(null)
  return (
    <Panel title={words('try')}>
      <p className="desk-context-words">{words('tryText')}</p>
      <div className="desk-context-try">
        <SearchSelect
          label={words('tryCase')}
          placeholder={words('tryHint')}
          value={chosen}
          onChange={setChosen}
          search={findCases}
        />
        <Button
          variant="default"
          loading={attempt.isPending}
          disabled={chosen === null}
          onClick={() => {
            if (chosen !== null) attempt.mutate(chosen.value)
          }}
        >
          {words('tryIt')}
        </Button>
      </div>
      <FormProblem error={attempt.error} names={[]} />
      <div role="status">{attempt.data !== undefined && <CardExchange exchange={attempt.data} />}</div>
    </Panel>
  )
}

async function findCases(term: string, signal: AbortSignal): Promise<SearchOption[]> {
  const query = { limit: FOUND_MAX, ...(term.trim() !== '' && { search: term.trim() }) }
  const { data } = await client.call(listCases, { query, signal })
  return data.map(({ id, number, subject, customer }) => ({
    ...{ value: id, label: `#${number} ${subject}`, description: customer.name },
  }))
}
