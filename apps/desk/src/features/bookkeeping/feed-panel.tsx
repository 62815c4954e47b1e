import { Anchor, Button } from '@mantine/core'
import { feedInvoices, feedPostings } from '@timedesk/contracts/bookkeeping'
import { Link } from 'react-router'

import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import './bookkeeping.css'
import { useBookkeepingWords } from './use-bookkeeping-words.ts'

const REFERENCE = '/api/docs'
const MARK = '81234.5121'
const FEEDS = [
  { words: 'feedInvoices', path: feedInvoices.path },
  { words: 'feedPostings', path: feedPostings.path },
] as const

/** How an accounting system fetches everything once, and where that is described. */
export function FeedPanel() {
  const words = useBookkeepingWords()
  return (
    <Panel
      title={words('feed')}
      actions={
        <Button component="a" href={REFERENCE} target="_blank" rel="noopener" variant="default" size="xs">
          {words('reference')}
        </Button>
      }
    >
      <div className="desk-feed">
        <p>{words('feedText')}</p>
        <dl>
          {FEEDS.map((feed) => (
            <div key={feed.path}>
              <dt>{words(feed.words)}</dt>
              <dd>
                <span className="desk-quiet desk-small">{words('feedFirst')}</span>
                <code>GET {feed.path}</code>
                <span className="desk-quiet desk-small">{words('feedNext')}</span>
                <code>
                  GET {feed.path}?after={MARK}
                </code>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          {words('feedToken')}{' '}
          <Anchor component={Link} to={paths.profile} inherit underline="always">
            {words('profile')}
          </Anchor>
        </p>
      </div>
    </Panel>
  )
}
