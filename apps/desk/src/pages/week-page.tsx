import { addDays, mondayOf } from '@timedesk/domain/calendar/days'
import { useFormat } from '@timedesk/ui/format'
import { PageHeader } from '@timedesk/ui/page-header'
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router'

import { MyTimeTabs } from '../features/my-time/my-time-tabs.tsx'
import { useWeekWords } from '../features/week-sheet/use-week-words.ts'
import { WeekScreen } from '../features/week-sheet/week-screen.tsx'
import { dayIn } from '../shared/day-in.ts'
import { paths } from '../shared/paths.ts'
import { MissingPage } from '../shared/problems/query-failure.tsx'
import { useMe } from '../shared/session/use-me.ts'
import { weekNumberOf } from '../shared/week-number.ts'

const LAST_DAY = 6

/** The week sheet: this week's unless the address names another Monday, one's own unless it names an employee. */
export function Component() {
  const { company } = useMe()
  const { monday: asked = dayIn(company.timeZone, new Date()) } = useParams()
  const [search] = useSearchParams()
  const monday = mondayIn(asked)
  if (monday === null) return <MissingPage />
  if (monday !== asked && asked !== dayIn(company.timeZone, new Date())) {
    return <Navigate to={{ pathname: paths.week(monday), search: search.toString() }} replace />
  }
  return <WeekPage monday={monday} />
}

function WeekPage({ monday }: { monday: string }) {
  const words = useWeekWords()
  const format = useFormat()
  const me = useMe()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const employeeId = search.get('employee') ?? me.id
  const go = (toMonday: string, toEmployee: string) =>
    void navigate({
      pathname: paths.week(toMonday),
      search: toEmployee === me.id ? '' : `employee=${toEmployee}`,
    })

  return (
    <>
      <PageHeader
        title={words('title', { number: weekNumberOf(monday) })}
        text={`${format.workDate(monday)} – ${format.workDate(addDays(monday, LAST_DAY))}`}
      />
      <MyTimeTabs />
      <WeekScreen
        key={employeeId}
        employeeId={employeeId}
        monday={monday}
        onWeek={(toMonday) => go(toMonday, employeeId)}
        onEmployee={(toEmployee) => go(monday, toEmployee)}
      />
    </>
  )
}

/** The Monday of a day as an address has it; null when it is no day. */
function mondayIn(day: string): string | null {
  try {
    return mondayOf(day)
  } catch {
    return null
  }
}
