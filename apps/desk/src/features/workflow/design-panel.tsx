import { useId } from 'react'

import { Panel } from '../../shared/panels/panel.tsx'
import { SidePanel } from './side-panel.tsx'
import { useWorkflowWords } from './use-workflow-words.ts'
import { WorkflowGraph } from './workflow-graph.tsx'
import { WorkflowMatrix } from './workflow-matrix.tsx'

/** The drawing and the table of one draft, and beside them what is chosen in either. */
export function DesignPanel() {
  const words = useWorkflowWords()
  const graphHintId = useId()
  const tableHintId = useId()
  return (
    <div className="desk-workflow">
      <div className="desk-workflow-views">
        <div className="desk-workflow-drawing">
          <Panel title={words('graph')}>
            <WorkflowGraph hintId={graphHintId} />
            <p className="desk-quiet desk-small">{words('graphLegend')}</p>
            <p id={graphHintId} className="desk-quiet desk-small">
              {words('graphHint')}
            </p>
          </Panel>
        </div>
        <Panel title={words('table')}>
          <WorkflowMatrix hintId={tableHintId} />
          <p id={tableHintId} className="desk-quiet desk-small">
            {words('tableHint')}
          </p>
        </Panel>
      </div>
      <div className="desk-workflow-side">
        <SidePanel />
      </div>
    </div>
  )
}
