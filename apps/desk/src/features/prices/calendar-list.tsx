import { useQuery } from '@tanstack/react-query'

import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import { useCalendarWords } from './use-calendar-words.ts'
import { useHoursWording } from './use-hours-wording.ts'

/** The service calendars with their hours in a line. */
export function CalendarList({ mayWrite }: { mayWrite: boolean }) {
  const words = useCalendarWords()
  const commonWords = useCommonWords()
  const wordHours = useHoursWording()
  return (
    <SettingList
      query={useQuery(settingQueries.serviceCalendars())}
      loadingRows={3}
      label={words('title')}
      emptyTitle={words('emptyTitle')}
      emptyText={words('emptyText')}
      columns={[
        { key: 'hours', header: words('hours'), render: ({ spans }) => wordHours(spans) },
        {
          key: 'holidays',
          header: words('holidays'),
          render: ({ holidays }) => words('holidaysOf', { count: holidays.length }),
        },
        {
          key: 'used',
          header: commonWords('usedBy'),
          align: 'end',
          render: ({ agreements }) => commonWords('agreements', { count: agreements }),
        },
      ]}
      mayWrite={mayWrite}
      renderDialog={(calendar, onClose) => <CalendarDialog calendar={calendar} onClose={onClose} />}
    />
  )
}
