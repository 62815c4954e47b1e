import type { LocalTexts } from '@timedesk/contracts/texts'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { TemplateField } from '../../shared/texts/template-field.tsx'
import { useTextWords } from './use-text-words.ts'

type LocalTextsFieldsProps = {
  texts: LocalTexts
  /** What is wrong inside of the texts. */
  error: unknown
  /** Whether the form was refused because of them. */
  isRefused: boolean
  onChange: (texts: LocalTexts) => void
}

/** A text in both languages, side by side. */
export function LocalTextsFields({ texts, error, isRefused, onChange }: LocalTextsFieldsProps) {
  const words = useTextWords()
  const problemOf = useFieldProblem(error)
  const isEmpty = texts.en.trim() === '' && texts.da.trim() === ''
  const missing = isRefused && isEmpty ? words('oneLanguage') : undefined
  return (
    <FieldRow>
      <TemplateField
        label={words('english')}
        value={texts.en}
        error={missing ?? problemOf('en')}
        onChange={(en) => onChange({ ...texts, en })}
      />
      <TemplateField
        label={words('danish')}
        value={texts.da}
        error={missing ?? problemOf('da')}
        onChange={(da) => onChange({ ...texts, da })}
      />
    </FieldRow>
  )
}
