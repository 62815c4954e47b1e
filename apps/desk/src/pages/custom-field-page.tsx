import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'

import { FieldScreen } from '../features/custom-fields/field-screen.tsx'
import { customFieldSettingQueries } from '../shared/custom-fields/custom-field-setting-queries.ts'
import { QueryFace } from '../shared/lists/query-face.tsx'

/** One custom field. */
export function Component() {
  const { fieldId = '' } = useParams()
  const field = useQuery(customFieldSettingQueries.detail(fieldId))
  return <QueryFace query={field}>{(found) => <FieldScreen key={found.id} field={found} />}</QueryFace>
}
