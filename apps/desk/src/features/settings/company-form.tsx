import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { Company } from '@timedesk/contracts/settings'

import { CountryInput } from '../../shared/choices/country-input.tsx'
import { LanguageSelect } from '../../shared/choices/language-select.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { draftOfCompany, useUpdateCompany, type CompanyDraft } from './use-update-company.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** The company's details and defaults; sends only what was changed. */
export function CompanyForm({ company }: { company: Company }) {
  const words = useSettingsWords()
  const tell = useTell()
  const update = useUpdateCompany(company)
  const form = useDraftForm<CompanyDraft>(draftOfCompany(company), update.error)
  const { draft, set, errorOf, text } = form
  const { onSuccess } = tell(words('saved'))

  return (
    <div className="desk-form-page desk-panel">
      <DraftFormBody
        state={update}
        names={form.names}
        isDisabled={!form.isChanged}
        onSubmit={() => update.mutate(form.changes, { onSuccess })}
      >
        <TextInput label={words('name')} required autoComplete="off" {...text('name')} />
        <Textarea
          label={words('address')}
          description={words('addressHint')}
          autosize
          minRows={1}
          {...text('address')}
        />
        <FieldRow>
          <TextInput label={words('postalCode')} autoComplete="off" {...text('postalCode')} />
          <TextInput label={words('city')} autoComplete="off" {...text('city')} />
        </FieldRow>
        <FieldRow>
          <CountryInput
            label={words('country')}
            value={draft.countryCode}
            error={errorOf('countryCode')}
            onChange={(countryCode) => set({ countryCode })}
          />
          <TextInput label={words('cvr')} inputMode="numeric" autoComplete="off" {...text('cvr')} />
          <TextInput label={words('vatId')} autoComplete="off" {...text('vatId')} />
        </FieldRow>
        <FieldRow>
          <Select
            label={words('timeZone')}
            searchable
            allowDeselect={false}
            limit={80}
            data={Intl.supportedValuesOf('timeZone')}
            value={draft.timeZone}
            error={errorOf('timeZone')}
            onChange={(timeZone) => {
              if (timeZone !== null) set({ timeZone })
            }}
          />
          <LanguageSelect
            label={words('language')}
            value={draft.language}
            error={errorOf('language')}
            onChange={(language) => set({ language })}
          />
        </FieldRow>
        <TextInput
          label={`${words('rate')} (${company.currency})`}
          description={words('rateHint')}
          inputMode="decimal"
          autoComplete="off"
          {...text('ratePerHour')}
        />
        <DepartmentPicker
          label={words('defaultDepartment')}
          description={words('defaultDepartmentHint')}
          required
          clearable={false}
          value={draft.defaultDepartmentId}
          error={errorOf('defaultDepartmentId')}
          onChange={(id) => {
            if (id !== null) set({ defaultDepartmentId: id })
          }}
        />
        <Switch label={words('approvesTime')} description={words('approvesTimeHint')} {...form.check('approvesTime')} />
        <Switch
          label={words('mailIncludesText')}
          description={words('mailIncludesTextHint')}
          {...form.check('mailIncludesText')}
        />
      </DraftFormBody>
    </div>
  )
}
