import { Modal } from '@mantine/core'

import type { Attachment } from './attachment.ts'
import { AttachmentRow } from './attachment-row.tsx'
import './files.css'
import { useWords } from './use-words.ts'

/** A picture shown large, with the way to download it. */
export function PictureDialog({ picture, onClose }: { picture: Attachment; onClose: () => void }) {
  const words = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={picture.name}
      size="auto"
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <img className="td-lightbox" src={picture.url} alt={picture.name} />
      <ul className="td-file-rows">
        <AttachmentRow attachment={picture} />
      </ul>
    </Modal>
  )
}
