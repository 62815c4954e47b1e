import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import './report.css'
import { useReportWords } from './use-report-words.ts'

type ReportFootProps = { isWritten: boolean; isUploading: boolean; isSending: boolean; onDiscard: () => void }

/** Sends or throws away, and says that the draft is kept until then. */
export function ReportFoot({ isWritten, isUploading, isSending, onDiscard }: ReportFootProps) {
  const words = useReportWords()
  return (
    <div className="ex-report-foot">
      <Button
        type="submit"
        size="md"
        loading={isSending}
        disabled={isUploading}
        leftSection={<IconSend size={17} stroke={1.7} />}
      >
        {words('send')}
      </Button>
      {isWritten && (
        <ConfirmButton
          variant="subtle"
          question={words('discardQuestion')}
          consequence={words('discardText')}
          confirmLabel={words('discard')}
          isDangerous
          onConfirm={onDiscard}
        >
          {words('discard')}
        </ConfirmButton>
      )}
      <span role="status" className="ex-report-kept">
        {isUploading ? words('waitForFiles') : isWritten && words('draftKept')}
      </span>
    </div>
  )
}
