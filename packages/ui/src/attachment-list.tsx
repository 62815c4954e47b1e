import { Modal, VisuallyHidden } from '@mantine/core'
import { IconDownload, IconFile, IconFileTypePdf, IconFileZip } from '@tabler/icons-react'
import { useState } from 'react'

import './files.css'
import { useFormat } from './format.ts'
import { useWords } from './use-words.ts'

export type Attachment = {
  id: string
  name: string
  contentType: string
  /** Bytes. */
  size: number
  /** Where to have it from. */
  url: string
  /** A smaller picture of an image; `url` unless told. */
  thumbnailUrl?: string | undefined
}

/** Attached files: images as thumbnails that open large, others as rows to download. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const words = useWords()
  const [shown, setShown] = useState<Attachment | null>(null)
  const images = attachments.filter(isImage)
  const others = attachments.filter((attachment) => !isImage(attachment))
  if (attachments.length === 0) {
    return null
  }

  return (
    <div className="td-files" role="group" aria-label={words('attachments')}>
      {images.length > 0 && (
        <ul className="td-thumbnails">
          {images.map((image) => (
            <li key={image.id}>
              <button
                type="button"
                className="td-thumbnail td-focus"
                aria-label={words('showImage', { name: image.name })}
                title={image.name}
                onClick={() => {
                  setShown(image)
                }}
              >
                <img src={image.thumbnailUrl ?? image.url} alt="" loading="lazy" decoding="async" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="td-file-rows">
          {others.map((file) => (
            <AttachmentRow key={file.id} attachment={file} />
          ))}
        </ul>
      )}
      <Modal
        opened={shown !== null}
        onClose={() => {
          setShown(null)
        }}
        title={shown?.name}
        size="auto"
        closeButtonProps={{ 'aria-label': words('close') }}
      >
        {shown !== null && <img className="td-lightbox" src={shown.url} alt={shown.name} />}
        {shown !== null && (
          <ul className="td-file-rows">
            <AttachmentRow attachment={shown} />
          </ul>
        )}
      </Modal>
    </div>
  )
}

function AttachmentRow({ attachment }: { attachment: Attachment }) {
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

function isImage(attachment: Attachment): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/.test(attachment.contentType)
}

function FileIcon({ contentType }: { contentType: string }) {
  const look = { size: 18, stroke: 1.5, 'aria-hidden': true } as const
  if (contentType === 'application/pdf') {
    return <IconFileTypePdf {...look} />
  }
  return /zip|compressed|tar/.test(contentType) ? <IconFileZip {...look} /> : <IconFile {...look} />
}
