import { NumberInput, Switch, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

import type { FormState } from '../forms/draft-form-body.tsx'
import { FormDialog } from '../forms/form-dialog.tsx'
import type { CheckBinding } from '../forms/use-draft-form.tsx'
import type { TextBinding, WholeBinding } from '../forms/use-fields.tsx'
import { useCommonWords } from './use-common-words.ts'

const POSITION_MAX = 10_000

type SettingForm = {
  names: readonly string[]
  isChanged: boolean
  check: (name: 'isActive') => CheckBinding
}

type SettingDialogProps = {
  /** The one that is edited; null creates one. */
  edited: { name: string } | null
  createTitle: string
  state: FormState
  form: SettingForm
  /** Unless it is as soon as something was changed. */
  isDisabled?: boolean
  size?: 'md' | 'lg' | 'xl'
  /** What to mind before it is taken out of use. */
  activeHint?: string | undefined
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** Creates a setting, or edits one, which can be taken out of use too. */
export function SettingDialog(props: SettingDialogProps) {
  const { edited, createTitle, form, isDisabled = !form.isChanged, activeHint, children, ...dialog } = props
  const words = useCommonWords()
  return (
    <FormDialog
      {...dialog}
      title={edited === null ? createTitle : words('editThing', { name: edited.name })}
      names={form.names}
      isDisabled={isDisabled}
    >
      {children}
      {edited !== null && (
        <Switch
          label={words('isActive')}
          {...(activeHint !== undefined && { description: activeHint })}
          {...form.check('isActive')}
        />
      )}
    </FormDialog>
  )
}

/** What a setting is called, where typing begins. */
export function NameField({ form }: { form: { text: (name: 'name') => TextBinding } }) {
  const words = useCommonWords()
  return <TextInput label={words('name')} required data-autofocus autoComplete="off" {...form.text('name')} />
}

/** Where a setting stands among its like. */
export function PositionField({ form }: { form: { whole: (name: 'position') => WholeBinding } }) {
  const words = useCommonWords()
  return (
    <NumberInput
      label={words('position')}
      description={words('positionHint')}
      min={0}
      max={POSITION_MAX}
      {...form.whole('position')}
    />
  )
}
