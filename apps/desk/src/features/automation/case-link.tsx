import { Anchor } from '@mantine/core'
import type { z } from 'zod'
import type { CaseReference } from '@timedesk/contracts/primitives'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'

/** A case by its number and subject. */
export function CaseLink({ subject: { number, subject } }: { subject: z.infer<typeof CaseReference> }) {
  return (
    <Anchor component={Link} inherit to={paths.case(number)}>
      #{number} {subject}
    </Anchor>
  )
}
