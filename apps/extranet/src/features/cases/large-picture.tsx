import { Modal } from '@mantine/core'
import type { ShownPicture } from '@timedesk/ui/markdown-view'
import { useCasesWords } from './use-cases-words.ts'

/** A picture of a message, shown large. */
export function LargePicture({ picture, onClose }: { picture: ShownPicture; onClose: () => void }) {
  const words = useCasesWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={picture.name}
      size="auto"
      closeButtonProps={{ 'aria-label': words('closePicture') }}
    >
      <img className="td-lightbox" src={picture.url} alt={picture.name} />
    </Modal>
  )
}
