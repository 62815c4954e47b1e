import { Button, Group } from '@mantine/core'
import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { useFormat, type Format } from '@timedesk/ui/format'
import { IconChecks, IconCircleCheck, IconHourglassHigh, IconMessage2, IconProgress } from '@tabler/icons-react'
import { Link } from 'react-router'
import { ballWords, useCaseWords } from '../../shared/case-words.ts'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useCan } from '../../shared/me.ts'
import { paths } from '../../shared/paths.ts'
import { useNotify } from '../../shared/use-notify.ts'
import './case-page.css'
import { useCasesWords } from './use-cases-words.ts'
import { useSolveCase } from './use-solve-case.ts'

const ICONS = { us: IconProgress, customer: IconMessage2, third_party: IconHourglassHigh, nobody: IconCircleCheck }

type CaseStandingProps = { shown: ExtranetCase; onAnswer: () => void }

/** Where the case stands and who acts next, in plain words, with what the reader can do about it. */
export function CaseStanding({ shown, onAnswer }: CaseStandingProps) {
  const words = useCasesWords()
  const caseWords = useCaseWords()
  const canReport = useCan('case:write')
  const solve = useSolveCase(shown.id)
  const notify = useNotify()
  const format = useFormat()
  const Icon = ICONS[shown.ball]
  const isFinished = shown.status.category === 'closed' || shown.status.category === 'cancelled'

  return (
    <div className="ex-standing" data-ball={shown.ball}>
      <Icon className="ex-standing-icon" size={26} stroke={1.5} aria-hidden="true" />
      <div className="ex-standing-words">
        <h2>{ballWords(caseWords, shown)}</h2>
        <p>{standingText(words, shown, format)}</p>
        {shown.movesAt !== null && <p>{words('movesAt', { at: format.dateTime(shown.movesAt) })}</p>}
        <FormProblem error={solve.error} />
      </div>
      <Group gap="xs" className="ex-standing-actions">
        {isFinished && canReport && !shown.can.reply && !shown.can.followUp && (
          <Button component={Link} to={paths.reportCase}>
            {words('reportNew')}
          </Button>
        )}
        {((shown.can.reply && shown.ball === 'customer') || shown.can.followUp) && (
          <Button leftSection={<IconMessage2 size={17} stroke={1.7} />} onClick={onAnswer}>
            {words(shown.can.reply ? 'writeAnswer' : 'followUp')}
          </Button>
        )}
        {shown.can.solve && (
          <Button
            variant="default"
            leftSection={<IconChecks size={17} stroke={1.7} />}
            loading={solve.isPending}
            onClick={() => {
              solve.mutate(undefined, {
                onSuccess: () => notify(words('solvedThanks')),
              })
            }}
          >
            {words('solve')}
          </Button>
        )}
      </Group>
    </div>
  )
}

function standingText(words: ReturnType<typeof useCasesWords>, shown: ExtranetCase, format: Format): string {
  switch (shown.ball) {
    case 'us':
      if (shown.responsible !== null) return words('ballUsText', { name: shown.responsible })
      return words(shown.status.category === 'new' ? 'ballUsTextNobody' : 'ballUsTextTeam')
    case 'customer':
      return shown.isMine || shown.contact === null
        ? words('ballYouText')
        : words('ballColleagueText', { name: shown.contact.name })
    case 'third_party':
      return words('ballThirdPartyText')
    case 'nobody':
      return endedText(words, shown, format)
  }
}

function endedText(
  words: ReturnType<typeof useCasesWords>,
  { can, reopenUntil }: ExtranetCase,
  format: Format,
): string {
  if (can.reply && reopenUntil !== null) return words('ballReopenText', { until: format.date(reopenUntil) })
  if (can.reply) return words('ballSolvedText')
  return words(can.followUp ? 'ballFollowUpText' : 'ballClosedText')
}
