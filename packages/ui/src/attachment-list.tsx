import { lazy, Suspense, useState } from 'react'

import type { Attachment } from './attachment.ts'
import { AttachmentRow } from './attachment-row.tsx'
import './files.css'
import { HoldKeys } from './hold-keys.tsx'
import { useWords } from './use-words.ts'

const PictureDialog = lazy(async () => ({ default: (await import('./picture-dialog.tsx')).PictureDialog }))

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
      <Suspense fallback={<HoldKeys />}>
        {shown !== null && (
          <PictureDialog
            picture={shown}
            onClose={() => {
              setShown(null)
            }}
          />
        )}
      </Suspense>
    </div>
  )
}

function isImage(attachment: Attachment): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/.test(attachment.contentType)
}
