import type { MacroPreview } from '@timedesk/contracts/macros'

import { actionName, useRunWords } from '../runs/use-run-words.ts'
import { ChangedValue } from './changed-value.tsx'
import './macro-changes.css'
import { useMacroChangeWords } from './use-macro-change-words.ts'

type Change = MacroPreview['changes'][number]

/** What a macro would change, each from what it is to what it becomes. */
export function MacroChanges({ changes }: { changes: readonly Change[] }) {
  const words = useMacroChangeWords()
  const runWords = useRunWords()
  if (changes.length === 0) return <p className="desk-quiet desk-small">{words('noChanges')}</p>
  return (
    <div>
      <h3 className="desk-macro-heading">{words('changes')}</h3>
      <ul className="desk-macro-changes">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.name ?? ''}`} data-idle={!change.isChange || undefined}>
            <span className="desk-quiet">{change.name ?? actionName(change.kind, runWords)}</span>
            <ChangedValue change={change} />
          </li>
        ))}
      </ul>
    </div>
  )
}
