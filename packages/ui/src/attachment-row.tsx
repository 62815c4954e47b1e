import { VisuallyHidden } from '@mantine/core'
import { IconDownload, IconFile, IconFileTypePdf, IconFileZip } from '@tabler/icons-react'

import type { Attachment } from './attachment.ts'
import './files.css'
import { useFormat } from './format.ts'
import { useWords } from './use-words.ts'

/** A file to download, as a row. */
export function AttachmentRow({ attachment }: { attachment: Attachment }) {
  const words = useWords()
  const format = useFormat()
  return (
    <li>
      <a className="td-file-row td-focus" href={attachment.url} download={attachment.name}>
        <FileIcon contentType={attachment.contentType} />
        <VisuallyHidden>{words('download')}</VisuallyHidden>{' '}
        <span className="td-file-row-words">
          <span className="td-file-row-name">{attachment.name}</span>{' '}
          <span className="td-file-row-size">{format.bytes(attachment.size)}</span>
        </span>
        <IconDownload size={16} stroke={1.6} aria-hidden="true" />
      </a>
    </li>
  )
}

function FileIcon({ contentType }: { contentType: string }) {
  const look = { size: 18, stroke: 1.5, 'aria-hidden': true } as const
  if (contentType === 'application/pdf') {
    return <IconFileTypePdf {...look} />
  }
  return /zip|compressed|tar/.test(contentType) ? <IconFileZip {...look} /> : <IconFile {...look} />
}
