import { Chip, Group, Input, Select, Switch } from '@mantine/core'
import type { NoticeSettings } from '@timedesk/contracts/notice-settings'
import { updateNoticeSettings } from '@timedesk/contracts/notice-settings'

import { client } from '../../../shared/client.ts'
import { minutesOfClock } from '../../../shared/clock-in.ts'
import { useChange } from '../../../shared/deeds/use-change.ts'
import { useTell } from '../../../shared/deeds/use-tell.ts'
import { ClockInput } from '../../../shared/forms/clock-input.tsx'
import { DraftFormBody } from '../../../shared/forms/draft-form-body.tsx'
import { useDraftForm, type DraftForm } from '../../../shared/forms/use-draft-form.tsx'
import { ifMatch } from '../../../shared/if-match.ts'
import { Panel } from '../../../shared/panels/panel.tsx'
import { useMe } from '../../../shared/session/use-me.ts'
import { noticeSettingsQueries } from './notice-settings-queries.ts'
import './notice-settings.css'
import { useNoticeSettingsWords } from './use-notice-settings-words.ts'

type MailTimes = Pick<NoticeSettings, 'quietHours' | 'quietDays' | 'breaksQuiet' | 'digestAt' | 'timeZone'>

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
const QUIET_DAYS_MAX = 6
const USUAL_NIGHT = { from: '18:00', to: '07:30' }
const USUAL_DIGEST = '08:00'
const COMPANY_ZONE = ''

/** When mail has to wait, and what comes together. */
export function MailTimesPanel({ settings }: { settings: NoticeSettings }) {
  const words = useNoticeSettingsWords()
  const { company } = useMe()
  const tell = useTell()
  const save = useChange(
    (body: Partial<MailTimes>) => client.call(updateNoticeSettings, { body, headers: ifMatch(settings.version) }),
    [noticeSettingsQueries.mine().queryKey],
  )
  const { quietHours, quietDays, breaksQuiet, digestAt, timeZone } = settings
  const form = useDraftForm<MailTimes>({ quietHours, quietDays, breaksQuiet, digestAt, timeZone }, save.error)
  const { draft, set, errorOf } = form
  const isWaiting = draft.quietHours !== null || draft.quietDays.length > 0
  const { onSuccess } = tell(words('saved'))
  return (
    <Panel title={words('mail')}>
      <p className="desk-quiet desk-flat">{words('mailText')}</p>
      <DraftFormBody
        state={save}
        names={form.names}
        isDisabled={!form.isChanged || !isReadable(draft)}
        onSubmit={() => save.mutate(form.changes, { onSuccess })}
      >
        <QuietHoursFields form={form} />
        <QuietDaysField form={form} />
        <Switch label={words('breaksQuiet')} disabled={!isWaiting} {...form.check('breaksQuiet')} />
        <DigestFields form={form} />
        <Select
          label={words('timeZone')}
          searchable
          allowDeselect={false}
          limit={80}
          data={[
            { value: COMPANY_ZONE, label: words('companyZone', { zone: company.timeZone }) },
            ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
          ]}
          value={draft.timeZone ?? COMPANY_ZONE}
          error={errorOf('timeZone')}
          onChange={(zone) => set({ timeZone: zone === COMPANY_ZONE ? null : zone })}
        />
      </DraftFormBody>
    </Panel>
  )
}

type PartProps = { form: DraftForm<MailTimes> }

function QuietHoursFields({ form: { draft, set, errorOf } }: PartProps) {
  const words = useNoticeSettingsWords()
  const { quietHours } = draft
  const isSame = quietHours !== null && minutesOfClock(quietHours.from) === minutesOfClock(quietHours.to)
  return (
    <div role="group" aria-label={words('hasQuietHours')}>
      <Switch
        label={words('hasQuietHours')}
        description={words('quietHoursHint')}
        checked={quietHours !== null}
        error={errorOf('quietHours')}
        onChange={(event) => set({ quietHours: event.currentTarget.checked ? USUAL_NIGHT : null })}
      />
      {quietHours !== null && (
        <Group gap="xs" mt="xs" align="flex-start">
          <ClockInput
            className="desk-notice-clock"
            label={words('from')}
            value={quietHours.from}
            onChange={(from) => set({ quietHours: { ...quietHours, from } })}
          />
          <ClockInput
            className="desk-notice-clock"
            label={words('to')}
            value={quietHours.to}
            error={isSame && words('sameTime')}
            onChange={(to) => set({ quietHours: { ...quietHours, to } })}
          />
        </Group>
      )}
    </div>
  )
}

function QuietDaysField({ form: { draft, set, errorOf } }: PartProps) {
  const words = useNoticeSettingsWords()
  const chosen = draft.quietDays.map(String)
  return (
    <Input.Wrapper
      label={words('quietDays')}
      description={words('quietDaysHint')}
      error={errorOf('quietDays')}
      labelElement="div"
    >
      <Chip.Group
        multiple
        value={chosen}
        onChange={(days) => set({ quietDays: days.map(Number).toSorted((one, other) => one - other) })}
      >
        <Group gap="xs" mt={6} role="group" aria-label={words('quietDays')}>
          {DAYS.map((day) => (
            <Chip
              key={day}
              size="xs"
              value={String(day)}
              disabled={chosen.length >= QUIET_DAYS_MAX && !chosen.includes(String(day))}
            >
              {words(`day_${day}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  )
}

function DigestFields({ form: { draft, set, errorOf } }: PartProps) {
  const words = useNoticeSettingsWords()
  return (
    <div role="group" aria-label={words('hasDigest')}>
      <Switch
        label={words('hasDigest')}
        description={words('digestHint')}
        checked={draft.digestAt !== null}
        onChange={(event) => set({ digestAt: event.currentTarget.checked ? USUAL_DIGEST : null })}
      />
      {draft.digestAt !== null && (
        <Group mt="xs">
          <ClockInput
            className="desk-notice-clock"
            label={words('digestAt')}
            value={draft.digestAt}
            error={errorOf('digestAt')}
            onChange={(digestAt) => set({ digestAt })}
          />
        </Group>
      )}
    </div>
  )
}

function isReadable({ quietHours, digestAt }: MailTimes): boolean {
  if (digestAt !== null && minutesOfClock(digestAt) === null) return false
  if (quietHours === null) return true
  const [from, to] = [minutesOfClock(quietHours.from), minutesOfClock(quietHours.to)]
  return from !== null && to !== null && from !== to
}
