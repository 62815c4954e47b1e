import { TextInput } from '@mantine/core'
import { useLanguage } from '@timedesk/ui/use-language'
import type { ReactNode } from 'react'

import '../forms/forms.css'

type CountryInputProps = {
  label: string
  value: string
  onChange: (code: string) => void
  error?: ReactNode
}

/** A country by its two letters; says back which country that is. */
export function CountryInput({ label, value, onChange, error }: CountryInputProps) {
  const { language } = useLanguage()
  return (
    <TextInput
      label={label}
      value={value}
      error={error}
      maxLength={2}
      autoComplete="off"
      rightSectionWidth="auto"
      rightSection={<span className="desk-input-echo">{countryName(value, language)}</span>}
      onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
    />
  )
}

/** The country's name in the reader's language; nothing for a code that is not whole. */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/u.test(code)) return ''
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code) ?? ''
}
