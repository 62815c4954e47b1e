import { useQuery } from '@tanstack/react-query'
import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { ReactNode } from 'react'

import { customFieldSettingQueries } from '../../shared/custom-fields/custom-field-setting-queries.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'

type Ground = { statuses: readonly CaseStatus[]; fields: readonly CustomField[] }

/** What a workflow is built of, once it is there: the statuses of the company and its custom fields. */
export function WorkflowGround({ children }: { children: (ground: Ground) => ReactNode }) {
  const statuses = useQuery(settingQueries.statuses())
  const fields = useQuery(customFieldSettingQueries.list())
  return (
    <QueryFace query={statuses}>
      {(foundStatuses) => (
        <QueryFace query={fields}>{(found) => children({ statuses: foundStatuses, fields: found })}</QueryFace>
      )}
    </QueryFace>
  )
}
