import { Anchor } from '@mantine/core'
import type { WorkflowPreview } from '@timedesk/contracts/workflows'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { useChangeWords } from './use-change-words.ts'

const SHOWN_MAX = 5

/** A few of the cases, to be looked at. */
export function CaseSample({ sample }: { sample: WorkflowPreview['stuck'][number]['sample'] }) {
  const words = useChangeWords()
  if (sample.length === 0) return null
  return (
    <div className="desk-quiet desk-small">
      {words('sample')}:{' '}
      {sample.slice(0, SHOWN_MAX).map(({ id, number, subject }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Anchor component={Link} to={paths.case(number)} size="xs" title={subject}>
            #{number}
          </Anchor>
        </span>
      ))}
    </div>
  )
}
