import { PageHeader } from '@timedesk/ui/page-header'
import { useId, type ReactNode } from 'react'
import { PasswordForm } from '../features/profile/password-form.tsx'
import { ProfileForm } from '../features/profile/profile-form.tsx'
import { SessionList } from '../features/profile/session-list.tsx'
import { useProfileWords } from '../features/profile/use-profile-words.ts'
import { useMe } from '../shared/me.ts'
import { useDocumentTitle } from '../shared/use-document-title.ts'
import './profile-page.css'

/** Who I am here, my password, and where I am signed in. */
export function ProfilePage() {
  const words = useProfileWords()
  const me = useMe()
  useDocumentTitle(words('title'))

  return (
    <div className="ex-page">
      <PageHeader title={words('title')} text={me.customer.name} />
      <div className="ex-profile">
        <Part title={words('you')}>
          <ProfileForm key={me.language} me={me} />
        </Part>
        <Part title={words('password')}>
          <PasswordForm />
        </Part>
        <Part title={words('sessions')}>
          <SessionList />
        </Part>
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {children}
    </section>
  )
}
