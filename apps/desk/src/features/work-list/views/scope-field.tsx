import { Radio, Stack } from '@mantine/core'
import { TextScope } from '@timedesk/contracts/texts'

import type { Fields } from '../../../shared/forms/use-fields.tsx'
import { DepartmentPicker } from '../../../shared/pickers/setting-pickers.tsx'
import { useMay } from '../../../shared/session/use-me.ts'
import type { ViewDraft } from './use-save-view.ts'
import { useViewFormWords } from './use-view-form-words.ts'

const SCOPES = ['private', 'department', 'everyone'] as const satisfies readonly TextScope[]

type ScopeFieldProps = Pick<Fields<ViewDraft>, 'draft' | 'set' | 'errorOf'>

/** Who sees a view. Who may keep none for others is told who may. */
export function ScopeField({ draft, set, errorOf }: ScopeFieldProps) {
  const words = useViewFormWords()
  const mayShare = useMay()('views:write')
  return (
    <>
      <Radio.Group
        label={words('scope')}
        description={mayShare ? undefined : words('shareHint')}
        value={draft.scope}
        error={errorOf('scope')}
        onChange={(value) => set({ scope: SCOPES.find((scope) => scope === value) ?? draft.scope })}
      >
        <Stack gap={6} mt="xs">
          {SCOPES.map((scope) => (
            <Radio
              key={scope}
              value={scope}
              label={words(`scope_${scope}`)}
              disabled={!mayShare && scope !== 'private'}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.scope === 'department' && (
        <DepartmentPicker
          label={words('department')}
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
