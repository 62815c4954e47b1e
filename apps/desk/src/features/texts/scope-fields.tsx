import { Radio, Stack } from '@mantine/core'
import { TextScope } from '@timedesk/contracts/texts'

import type { Fields } from '../../shared/forms/use-fields.tsx'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import type { ScopeDraft } from './text-draft.ts'
import { useTextWords } from './use-text-words.ts'

type ScopeForm = {
  draft: ScopeDraft
  set: (changes: Partial<ScopeDraft>) => void
  errorOf: Fields<ScopeDraft>['errorOf']
}

/** Who may use a text. Who keeps no shared ones keeps private ones. */
export function ScopeFields({ form: { draft, set, errorOf } }: { form: ScopeForm }) {
  const words = useTextWords()
  const mayShare = useMay()('texts:write')
  return (
    <>
      <Radio.Group
        label={words('scopeLabel')}
        description={mayShare ? undefined : words('sharedHint')}
        value={draft.scope}
        error={errorOf('scope')}
        onChange={(value) => set({ scope: TextScope.options.find((scope) => scope === value) ?? draft.scope })}
      >
        <Stack gap={6} mt="xs">
          {TextScope.options.map((scope) => (
            <Radio
              key={scope}
              value={scope}
              label={words(`choice_${scope}`)}
              description={words(`scopeHint_${scope}`)}
              disabled={!mayShare && scope !== 'private'}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.scope === 'department' && (
        <DepartmentPicker
          label={words('department')}
          description={words('departmentHint')}
          required
          clearable={false}
          value={draft.departmentId}
          error={errorOf('departmentId')}
          onChange={(departmentId) => set({ departmentId })}
        />
      )}
    </>
  )
}
