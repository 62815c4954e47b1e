import { Button, Group } from '@mantine/core'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { IconArrowMerge } from '@tabler/icons-react'
import { Link } from 'react-router'
import { casePath } from '../../shared/paths.ts'
import './case-page.css'
import { useCasesWords } from './use-cases-words.ts'

/** Where a case goes on that was merged into another one. */
export function MergedStanding({ survivor }: { survivor: NonNullable<ExtranetCase['mergedInto']> }) {
  const words = useCasesWords()
  const { number, subject } = survivor
  return (
    <div className="ex-standing" data-ball="nobody">
      <IconArrowMerge className="ex-standing-icon" size={26} stroke={1.5} aria-hidden="true" />
      <div className="ex-standing-words">
        <h2>{words('mergedTitle')}</h2>
        <p>{words('mergedText')}</p>
      </div>
      <Group gap="xs" className="ex-standing-actions">
        <Button component={Link} to={casePath(number)}>
          {words('toSurvivor', { number, subject })}
        </Button>
      </Group>
    </div>
  )
}
