import { Button, Group, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Facts } from '../../shared/panels/facts.tsx'
import { MailStateMark } from './mail-state.tsx'
import { mailQueries } from './queries.ts'
import { useMailWords } from './use-mail-words.ts'
import { useResendMail } from './use-resend-mail.ts'

/** One mail with its text, its error, and another try. */
export function MailDialog({ mailId, onClose }: { mailId: string; onClose: () => void }) {
  const words = useMailWords()
  const format = useFormat()
  const tell = useTell()
  const mail = useQuery(mailQueries.one(mailId))
  const attempt = useResendMail()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={mail.data?.subject ?? words('title')}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <QueryFace query={mail}>
        {(found) => (
          <>
            <Facts
              facts={[
                { label: words('state'), value: <MailStateMark state={found.state} /> },
                { label: words('to'), value: `${found.toName} <${found.toAddress}>` },
                { label: words('created'), value: format.dateTime(found.createdAt) },
                { label: words('sent'), value: found.sentAt === null ? null : format.dateTime(found.sentAt) },
                { label: words('attempts'), value: found.attempts },
                { label: words('error'), value: found.lastError },
                { label: words('messageId'), value: found.messageId },
              ]}
            />
            <pre className="desk-mail-text" tabIndex={0} aria-label={words('title')}>
              {found.text}
            </pre>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {words('close')}
              </Button>
              {found.state !== 'sent' && (
                <Button loading={attempt.isPending} onClick={() => attempt.mutate(found.id, tell(words('trying')))}>
                  {words('tryAgain')}
                </Button>
              )}
            </Group>
          </>
        )}
      </QueryFace>
    </Modal>
  )
}
