import './plan.css'
import { PeriodTable } from './period-table.tsx'
import { PlanTable } from './plan-table.tsx'
import { usePlanWords } from './use-plan-words.ts'

/** The plan of a subscription and its periods, one below the other. */
export function PlanPanel({ agreementId, mayEdit }: { agreementId: string; mayEdit: boolean }) {
  const words = usePlanWords()
  return (
    <>
      <PlanTable agreementId={agreementId} mayEdit={mayEdit} />
      <h2 className="desk-plan-title">{words('periods')}</h2>
      <PeriodTable agreementId={agreementId} />
    </>
  )
}
