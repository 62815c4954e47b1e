import { Select } from '@mantine/core'
import { LANGUAGES, type Language } from '@timedesk/ui/i18n'
import type { ReactNode } from 'react'

/** Each language in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', da: 'Dansk' }

type LanguageSelectProps = {
  label: string
  value: Language
  onChange: (language: Language) => void
  description?: string
  error?: ReactNode
}

/** Picks one of the languages Timedesk speaks. */
export function LanguageSelect({ label, value, onChange, description, error }: LanguageSelectProps) {
  return (
    <Select
      label={label}
      description={description}
      error={error}
      allowDeselect={false}
      data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
      value={value}
      onChange={(language) => {
        if (language !== null) onChange(language)
      }}
    />
  )
}
