import { Button, Select, TextInput } from '@mantine/core'
import type { ExtranetMe } from '@timedesk/contracts/extranet-identity'
import { NAME_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState, type SubmitEvent } from 'react'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useRefusalWords } from '../../shared/use-refusal-words.ts'
import { useUpdateMe } from '../../shared/use-update-me.ts'
import { useNotify } from '../../shared/use-notify.ts'
import { useProfileWords } from './use-profile-words.ts'

const PHONE_LENGTH_MAX = 50
const TITLE_LENGTH_MAX = 100
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'da', label: 'Dansk' },
] as const

/** Name, phone, title and language. */
export function ProfileForm({ me }: { me: ExtranetMe }) {
  const words = useProfileWords()
  const refusalWords = useRefusalWords()
  const { setLanguage } = useLanguage()
  const notify = useNotify()
  const [draft, setDraft] = useState({ name: me.name, phone: me.phone, title: me.title, language: me.language })
  const save = useUpdateMe()

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    save.mutate(draft, {
      onSuccess: ({ language }) => {
        setLanguage(language)
        notify(words('saved'))
      },
    })
  }
  const field = (name: 'name' | 'phone' | 'title', maxLength: number) => ({
    value: draft[name],
    maxLength,
    error: refusalWords.ofField(save.error, name),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setDraft((known) => ({ ...known, [name]: value }))
    },
  })

  return (
    <form className="ex-profile-form" onSubmit={handleSubmit} aria-busy={save.isPending}>
      <FormProblem error={save.error} />
      <TextInput
        label={words('name')}
        autoComplete="name"
        required
        withAsterisk={false}
        {...field('name', NAME_LENGTH_MAX)}
      />
      <TextInput label={words('email')} description={words('emailText')} value={me.email} readOnly />
      <div className="ex-profile-pair">
        <TextInput label={words('phone')} type="tel" autoComplete="tel" {...field('phone', PHONE_LENGTH_MAX)} />
        <TextInput label={words('jobTitle')} autoComplete="organization-title" {...field('title', TITLE_LENGTH_MAX)} />
      </div>
      <Select
        label={words('language')}
        description={words('languageText')}
        data={LANGUAGES}
        value={draft.language}
        allowDeselect={false}
        onChange={(value) => {
          setDraft((known) => ({ ...known, language: value ?? known.language }))
        }}
      />
      <Button type="submit" loading={save.isPending}>
        {words('save')}
      </Button>
    </form>
  )
}
