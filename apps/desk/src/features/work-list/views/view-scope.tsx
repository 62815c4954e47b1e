import type { Fields } from '../../../shared/forms/use-fields.tsx'
import { ScopeField } from '../../../shared/pickers/scope-field.tsx'
import { useMay } from '../../../shared/session/use-me.ts'
import type { ViewDraft } from './use-save-view.ts'
import { useViewFormWords } from './use-view-form-words.ts'

/** Who sees a view. */
export function ViewScope({ draft, set, errorOf }: Pick<Fields<ViewDraft>, 'draft' | 'set' | 'errorOf'>) {
  const words = useViewFormWords()
  const mayShare = useMay()('views:write')
  return (
    <ScopeField
      {...{ draft, set, errorOf, mayShare }}
      words={{
        ...{ label: words('scope'), shareHint: words('shareHint'), department: { label: words('department') } },
        choice: (scope) => ({ label: words(`scope_${scope}`) }),
      }}
    />
  )
}
