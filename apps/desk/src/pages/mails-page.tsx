import { PageHeader } from '@timedesk/ui/page-header'

import { MailList } from '../features/mails/mail-list.tsx'
import { useMailWords } from '../features/mails/use-mail-words.ts'

/** The outbox. */
export function Component() {
  const words = useMailWords()
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <MailList />
    </>
  )
}
