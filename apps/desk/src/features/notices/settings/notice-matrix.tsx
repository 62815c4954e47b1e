import { Checkbox, Switch } from '@mantine/core'
import { IconBell, IconMail } from '@tabler/icons-react'
import { NoticeChannel, NoticeLevel, NoticeScope, type NoticeReason } from '@timedesk/contracts/notice-reasons'
import type { NoticePreference, NoticeSettings } from '@timedesk/contracts/notice-settings'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import '../../../shared/cases/marks.css'
import { useTell } from '../../../shared/deeds/use-tell.ts'
import { Panel } from '../../../shared/panels/panel.tsx'
import './notice-settings.css'
import { isSameCell, useChooseNotices } from './use-choose-notices.ts'
import { useNoticeSettingsWords } from './use-notice-settings-words.ts'

const LEVELS = NoticeLevel.options
const SCOPES = NoticeScope.options
const CHANNELS = NoticeChannel.options
const ICONS = { in_app: IconBell, mail: IconMail } as const

/** What one is told of, in which way, by what a case is to one; each press holds at once. */
export function NoticeMatrix({ settings: { preferences, followsOnMention } }: { settings: NoticeSettings }) {
  const words = useNoticeSettingsWords()
  const tell = useTell()
  const choose = useChooseNotices()
  const unusual = preferences.filter(({ isOn, isUsual }) => isOn !== isUsual)
  const toUsual = () =>
    choose.mutate(
      {
        preferences: unusual.map(({ reason, scope, channel, isUsual }) => ({ reason, scope, channel, isOn: isUsual })),
      },
      { onSuccess: tell(words('usualAgain')).onSuccess },
    )
  return (
    <Panel
      title={words('matrix')}
      actions={
        unusual.length > 0 && (
          <ConfirmButton
            size="compact-sm"
            question={words('toUsualQuestion')}
            confirmLabel={words('toUsual')}
            onConfirm={toUsual}
          >
            {words('toUsual')}
          </ConfirmButton>
        )
      }
    >
      <p className="desk-quiet desk-flat">{words('matrixText')}</p>
      <div className="desk-notice-matrix-wrap">
        <table className="desk-notice-matrix">
          <MatrixHead />
          {LEVELS.map((level) => (
            <MatrixPart
              key={level}
              level={level}
              preferences={preferences.filter((one) => one.level === level)}
              onChoose={(one, isOn) => {
                const { reason, scope, channel } = one
                choose.mutate({ preferences: [{ reason, scope, channel, isOn }] })
              }}
            />
          ))}
        </table>
      </div>
      <Switch
        mt="md"
        label={words('followsOnMention')}
        description={words('followsOnMentionHint')}
        checked={followsOnMention}
        onChange={(event) => choose.mutate({ followsOnMention: event.currentTarget.checked })}
      />
    </Panel>
  )
}

function MatrixHead() {
  const words = useNoticeSettingsWords()
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {words('reason')}
        </th>
        {SCOPES.map((scope) => (
          <th key={scope} scope="colgroup" colSpan={CHANNELS.length} title={words(`scopeText_${scope}`)}>
            {words(`scope_${scope}`)}
          </th>
        ))}
      </tr>
      <tr>
        {SCOPES.flatMap((scope) =>
          CHANNELS.map((channel) => {
            const Icon = ICONS[channel]
            const name = words(`channel_${channel}`)
            return (
              <th key={`${scope} ${channel}`} scope="col" title={name}>
                <Icon size={16} stroke={1.7} role="img" aria-label={name} />
              </th>
            )
          }),
        )}
      </tr>
    </thead>
  )
}

type MatrixPartProps = {
  level: NoticeLevel
  preferences: readonly NoticePreference[]
  onChoose: (preference: NoticePreference, isOn: boolean) => void
}

function MatrixPart({ level, preferences, onChoose }: MatrixPartProps) {
  const words = useNoticeSettingsWords()
  const reasons = [...new Set(preferences.map(({ reason }) => reason))]
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={1 + SCOPES.length * CHANNELS.length}
          className="desk-notice-level"
          data-level={level}
        >
          {words(`level_${level}`)}
        </th>
      </tr>
      {reasons.map((reason) => (
        <tr key={reason}>
          <th scope="row">{words(`reason_${reason}`)}</th>
          {SCOPES.flatMap((scope) =>
            CHANNELS.map((channel) => (
              <td key={`${scope} ${channel}`}>
                <Cell
                  {...{ reason, scope, channel }}
                  preference={preferences.find((one) => isSameCell(one, { reason, scope, channel }))}
                  onChoose={onChoose}
                />
              </td>
            )),
          )}
        </tr>
      ))}
    </tbody>
  )
}

type CellProps = {
  reason: NoticeReason
  scope: NoticeScope
  channel: NoticeChannel
  preference: NoticePreference | undefined
  onChoose: MatrixPartProps['onChoose']
}

function Cell({ reason, scope, channel, preference, onChoose }: CellProps) {
  const words = useNoticeSettingsWords()
  if (preference === undefined)
    return (
      <span className="desk-quiet" title={words('never')}>
        –<span className="desk-hidden">{words('never')}</span>
      </span>
    )
  const names = {
    reason: words(`reason_${reason}`),
    scope: words(`scope_${scope}`),
    channel: words(`channel_${channel}`),
  }
  return (
    <Checkbox
      size="sm"
      aria-label={words('cell', names)}
      checked={preference.isOn}
      onChange={(event) => onChoose(preference, event.currentTarget.checked)}
    />
  )
}
