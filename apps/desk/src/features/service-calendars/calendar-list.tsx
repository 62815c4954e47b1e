import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { SettingList } from '../../shared/settings/setting-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
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
          render: ({ holidays, holidaySet }) => (
            <div className="desk-stack">
              {holidaySet !== 'none' && <span>{words(`set_${holidaySet}`)}</span>}
              <span>{words('holidaysOf', { count: holidays.length })}</span>
            </div>
          ),
        },
        {
          key: 'used',
          header: commonWords('usedBy'),
          align: 'end',
          render: ({ agreements, policies }) => (
            <div className="desk-stack">
              <span>{commonWords('agreements', { count: agreements })}</span>
              <span>{words('policies', { count: policies })}</span>
            </div>
          ),
        },
      ]}
      mayWrite={mayWrite}
      renderName={({ id, name }) =>
        mayWrite ? (
          <Anchor component={Link} to={paths.serviceCalendar(id)}>
            {name}
          </Anchor>
        ) : (
          name
        )
      }
    />
  )
}
