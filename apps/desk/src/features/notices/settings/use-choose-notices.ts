import { useMutation, useQueryClient } from '@tanstack/react-query'
import { updateNoticeSettings, type NoticePreference, type NoticeSettings } from '@timedesk/contracts/notice-settings'

import { client } from '../../../shared/client.ts'
import { useTell } from '../../../shared/deeds/use-tell.ts'
import { noticeSettingsQueries } from './notice-settings-queries.ts'

export type Choice = Pick<NoticePreference, 'reason' | 'scope' | 'channel' | 'isOn'>
type Wanted = { preferences?: Choice[]; followsOnMention?: boolean }

/** Chooses at once what one is told of: it is shown as wanted, and as it was where it is refused. */
export function useChooseNotices() {
  const queryClient = useQueryClient()
  const tell = useTell()
  const { queryKey } = noticeSettingsQueries.mine()
  return useMutation({
    // One after the other, so that the last press is what stays.
    scope: { id: 'notice-settings' },
    mutationFn: (body: Wanted) => client.call(updateNoticeSettings, { body }),
    onMutate: (wanted) => {
      queryClient.setQueryData(queryKey, (settings) => settings && withChoices(settings, wanted))
    },
    onError: (error) => {
      tell('').onError(error)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}

function withChoices(settings: NoticeSettings, { preferences = [], followsOnMention }: Wanted): NoticeSettings {
  return {
    ...settings,
    ...(followsOnMention !== undefined && { followsOnMention }),
    preferences: settings.preferences.map((one) => ({
      ...one,
      isOn: preferences.find((choice) => isSameCell(choice, one))?.isOn ?? one.isOn,
    })),
  }
}

/** Whether two choices are of the same cell of the matrix. */
export function isSameCell(one: Omit<Choice, 'isOn'>, other: Omit<Choice, 'isOn'>): boolean {
  return one.reason === other.reason && one.scope === other.scope && one.channel === other.channel
}
