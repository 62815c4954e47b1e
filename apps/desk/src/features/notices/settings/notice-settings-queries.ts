import { queryOptions } from '@tanstack/react-query'
import { getNoticeSettings } from '@timedesk/contracts/notice-settings'

import { client } from '../../../shared/client.ts'

export const noticeSettingsQueries = {
  mine: () =>
    queryOptions({
      queryKey: ['notice-settings'],
      queryFn: ({ signal }) => client.call(getNoticeSettings, { signal }),
    }),
}
