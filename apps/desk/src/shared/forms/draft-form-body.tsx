import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'

import { FormProblem } from './form-problem.tsx'
import { useFormWords } from './use-form-words.ts'

export type FormState = { error: unknown; isPending: boolean }

type DraftFormBodyProps = {
  state: FormState
  /** The fields of the form, which tell their problems themselves. */
  names: readonly string[]
  submitLabel?: string | undefined
  isDisabled?: boolean
  onSubmit: () => void
  onCancel?: (() => void) | undefined
  children: ReactNode
}

/** A form with its problem above, its fields and its buttons; after a refusal the first wrong field has the focus. */
export function DraftFormBody(props: DraftFormBodyProps) {
  const { state, names, submitLabel, isDisabled = false, onSubmit, onCancel, children } = props
  const words = useFormWords()
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (state.error === null) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state.error])

  return (
    <form
      ref={form}
      aria-busy={state.isPending}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (!state.isPending) onSubmit()
      }}
    >
      <Stack gap="sm">
        <FormProblem error={state.error} names={names} />
        {children}
        <Group justify="flex-end" mt="xs">
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {words('cancel')}
            </Button>
          )}
          <Button type="submit" loading={state.isPending} disabled={isDisabled}>
            {submitLabel ?? words('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
