import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'

import { DraftFormBody, type FormState } from '../../shared/forms/draft-form-body.tsx'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import type { CheckBinding } from '../../shared/forms/use-draft-form.tsx'
import './texts.css'
import { useTextWords } from './use-text-words.ts'

type TextFormProps = {
  form: { names: readonly string[]; isChanged: boolean; check: (name: 'isActive') => CheckBinding }
  state: FormState
  isNew: boolean
  mayEdit: boolean
  onSubmit: () => void
  /** What is seen beside the form. */
  preview: ReactNode
  children: ReactNode
}

/** A text of either kind as a form with its preview; to be read only for who may not change it. */
export function TextForm({ form, state, isNew, mayEdit, onSubmit, preview, children }: TextFormProps) {
  const words = useTextWords()
  const commonWords = useCommonWords()
  return (
    <div className="desk-text-columns">
      {mayEdit ? (
        <DraftFormBody
          state={state}
          names={form.names}
          submitLabel={words('save')}
          isDisabled={!form.isChanged}
          onSubmit={onSubmit}
        >
          {children}
          {!isNew && <Switch label={commonWords('isActive')} {...form.check('isActive')} />}
        </DraftFormBody>
      ) : (
        <div>
          <p className="desk-example">{words('readOnly')}</p>
          <fieldset className="desk-text-read-only" disabled>
            {children}
          </fieldset>
        </div>
      )}
      {preview}
    </div>
  )
}
