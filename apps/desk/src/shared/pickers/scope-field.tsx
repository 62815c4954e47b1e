import { Radio, Stack } from '@mantine/core'
import { TextScope } from '@timedesk/contracts/texts'

import type { Fields } from '../forms/use-fields.tsx'
import { DepartmentPicker } from './setting-pickers.tsx'

export type ScopeDraft = { scope: TextScope; departmentId: string | null }

type ScopeFieldProps = {
  draft: ScopeDraft
  set: (changes: Partial<ScopeDraft>) => void
  errorOf: Fields<ScopeDraft>['errorOf']
  /** Whoever may not keep anything for others keeps private ones, and is told who may. */
  mayShare: boolean
  words: {
    label: string
    shareHint: string
    choice: (scope: TextScope) => { label: string; description?: string }
    department: { label: string; description?: string }
  }
}

/** For whom something is kept: oneself, a department with those below it, or everyone. */
export function ScopeField({ draft, set, errorOf, mayShare, words }: ScopeFieldProps) {
  return (
    <>
      <Radio.Group
        label={words.label}
        description={mayShare ? undefined : words.shareHint}
        value={draft.scope}
        error={errorOf('scope')}
        onChange={(value) => set({ scope: TextScope.options.find((scope) => scope === value) ?? draft.scope })}
      >
        <Stack gap={6} mt="xs">
          {TextScope.options.map((scope) => (
            <Radio key={scope} value={scope} {...words.choice(scope)} disabled={!mayShare && scope !== 'private'} />
          ))}
        </Stack>
      </Radio.Group>
      {draft.scope === 'department' && (
        <DepartmentPicker
          {...words.department}
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
