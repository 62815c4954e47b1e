import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { MailTimesPanel } from '../features/notices/settings/mail-times-panel.tsx'
import { NoticeMatrix } from '../features/notices/settings/notice-matrix.tsx'
import { noticeSettingsQueries } from '../features/notices/settings/notice-settings-queries.ts'
import { useNoticeSettingsWords } from '../features/notices/settings/use-notice-settings-words.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'

/** What one is told of, and when mail has to wait. */
export function Component() {
  const words = useNoticeSettingsWords()
  const settings = useQuery(noticeSettingsQueries.mine())
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          <Button component={Link} to={paths.profile} variant="default">
            {words('profile')}
          </Button>
        }
      />
      <QueryFace query={settings} rows={12}>
        {(mine) => (
          <div className="desk-columns">
            <div>
              <NoticeMatrix settings={mine} />
            </div>
            <div>
              <MailTimesPanel settings={mine} />
            </div>
          </div>
        )}
      </QueryFace>
    </>
  )
}
