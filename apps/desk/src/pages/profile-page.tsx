import { PageHeader } from '@timedesk/ui/page-header'

import { OwnAbsencePanel } from '../features/absences/own-absence-panel.tsx'
import { MePanel } from '../features/profile/me-panel.tsx'
import { PasswordPanel } from '../features/profile/password-panel.tsx'
import { SessionPanel } from '../features/profile/session-panel.tsx'
import { TokenPanel } from '../features/profile/token-panel.tsx'
import { useProfileWords } from '../features/profile/use-profile-words.ts'

/** One's own profile, sessions and keys. */
export function Component() {
  const words = useProfileWords()
  return (
    <>
      <PageHeader title={words('title')} />
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
