import { useQuery } from '@tanstack/react-query'
import type { Macro } from '@timedesk/contracts/macros'
import { LoadingState } from '@timedesk/ui/loading-state'

import { MacroChanges } from '../../shared/macros/macro-changes.tsx'
import { useRefusalWords } from '../../shared/problems/use-refusal-words.ts'
import { textQueries } from './queries.ts'
import { useTextWords } from './use-text-words.ts'

type MacroEffectProps = {
  macro: Macro
  /** Whether its changes were edited since it was saved. */
  isChanged: boolean
  caseId: string
}

/** What a macro, as it was saved, would change on a case, and whether it could. */
export function MacroEffect({ macro, isChanged, caseId }: MacroEffectProps) {
  const words = useTextWords()
  const wordRefusal = useRefusalWords()
  const preview = useQuery(textQueries.preview(macro.id, macro.version, caseId))
  if (preview.isPending) return <LoadingState rows={2} />
  if (preview.data === undefined) return <p className="desk-quiet">{words('previewFailed')}</p>
  const { changes, refusal } = preview.data
  return (
    <>
      <MacroChanges changes={changes} />
      {isChanged && <p className="desk-quiet desk-small">{words('asSaved')}</p>}
      {refusal !== null && <p className="desk-error">{words('wouldRefuse', { detail: wordRefusal(refusal) })}</p>}
    </>
  )
}
