import type { Fields } from '../../shared/forms/use-fields.tsx'
import { ScopeField } from '../../shared/pickers/scope-field.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import type { ScopeDraft } from './text-draft.ts'
import { useTextWords } from './use-text-words.ts'

type ScopeForm = {
  draft: ScopeDraft
  set: (changes: Partial<ScopeDraft>) => void
  errorOf: Fields<ScopeDraft>['errorOf']
}

/** Who may use a text. */
export function ScopeFields({ form: { draft, set, errorOf } }: { form: ScopeForm }) {
  const words = useTextWords()
  const mayShare = useMay()('texts:write')
  return (
    <ScopeField
      {...{ draft, set, errorOf, mayShare }}
      words={{
        ...{ label: words('scopeLabel'), shareHint: words('sharedHint') },
        choice: (scope) => ({ label: words(`choice_${scope}`), description: words(`scopeHint_${scope}`) }),
        department: { label: words('department'), description: words('departmentHint') },
      }}
    />
  )
}
