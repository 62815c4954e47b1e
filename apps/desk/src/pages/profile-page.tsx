import { Button } from '@mantine/core'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { OwnAbsencePanel } from '../features/absences/own-absence-panel.tsx'
import { MePanel } from '../features/profile/me-panel.tsx'
import { PasswordPanel } from '../features/profile/password-panel.tsx'
import { SessionPanel } from '../features/profile/session-panel.tsx'
import { TokenPanel } from '../features/profile/token-panel.tsx'
import { useProfileWords } from '../features/profile/use-profile-words.ts'
import { paths } from '../shared/paths.ts'

/** One's own profile, sessions and keys. */
export function Component() {
  const words = useProfileWords()
  return (
    <>
      <PageHeader
        title={words('title')}
        actions={
          <Button component={Link} to={paths.noticeSettings} variant="default">
            {words('notices')}
          </Button>
        }
      />
      <div className="desk-columns">
        <div>
          <OwnAbsencePanel />
          <SessionPanel />
          <TokenPanel />
        </div>
        <div>
          <MePanel />
          <PasswordPanel />
        </div>
      </div>
    </>
  )
}
