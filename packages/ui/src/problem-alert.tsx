import { Alert, List } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'

import { RequestId } from './request-id.tsx'
import './states.css'

export type ProblemField = {
  /** The pointer or name of the field, as the problem document has it. */
  pointer: string
  detail: string
}

type ProblemAlertProps = {
  /** The words for the refusal's code. */
  title: string
  detail?: string | undefined
  fields?: readonly ProblemField[] | undefined
  requestId?: string | undefined
  onClose?: () => void
}

/** A refusal beside the form it concerns; the form keeps what was written. */
export function ProblemAlert({ title, detail, fields = [], requestId, onClose }: ProblemAlertProps) {
  return (
    <Alert
      className="td-problem"
      icon={<IconAlertCircle size={20} stroke={1.6} />}
      title={title}
      role="alert"
      withCloseButton={onClose !== undefined}
      {...(onClose !== undefined && { onClose })}
    >
      {detail}
      {fields.length > 0 && (
        <List size="sm" mt={detail === undefined ? 0 : 'xs'}>
          {fields.map((field) => (
            <List.Item key={`${field.pointer} ${field.detail}`}>{field.detail}</List.Item>
          ))}
        </List>
      )}
      {requestId !== undefined && <RequestId requestId={requestId} />}
    </Alert>
  )
}
