import { Tabs } from '@mantine/core'
import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import type { Workflow } from '@timedesk/contracts/workflows'
import { definitionProblems } from '@timedesk/domain/workflow/definition-problems'
import { LoadingState } from '@timedesk/ui/loading-state'
import { lazy, Suspense, useMemo, useState, type KeyboardEvent } from 'react'

import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { DesignPanel } from './design-panel.tsx'
import { EffectsPanel } from './effects-panel.tsx'
import { OvertakenNotice } from './overtaken-notice.tsx'
import { placeProblems, type Chosen } from './place-problems.ts'
import { SaveDialog } from './save-dialog.tsx'
import type { WorkflowDraft } from './stored-draft.ts'
import { useSaveWorkflow } from './use-save-workflow.ts'
import { draftOfWorkflow, useWorkflowDraft } from './use-workflow-draft.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { VersionsPanel } from './versions-panel.tsx'
import { WorkflowBenchContext } from './workflow-bench.ts'
import { WorkflowHead } from './workflow-head.tsx'
import './graph.css'
import './workflow.css'

const RehearsalPanel = lazy(async () => {
  const { RehearsalPanel: Panel } = await import('../../shared/rehearsal/rehearsal-panel.tsx')
  return { default: Panel }
})

type WorkflowScreenProps = {
  /** Null makes a new one. */
  workflow: Workflow | null
  /** What a draft begins from. */
  saved: WorkflowDraft
  statuses: readonly CaseStatus[]
  fields: readonly CustomField[]
  onCreated: (workflow: Workflow) => void
}

/** A workflow to be looked at and changed: its drawing and table, what the draft touches, and its versions. */
export function WorkflowScreen({ workflow, saved, statuses, fields, onCreated }: WorkflowScreenProps) {
  const words = useWorkflowWords()
  const filters = useUrlFilters()
  const mayWrite = useMay()('settings:write')
  const editor = useWorkflowDraft(workflow?.id ?? null, saved, workflow?.version ?? null)
  const save = useSaveWorkflow(workflow)
  const [chosen, choose] = useState<Chosen | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const { definition } = editor.draft
  const problems = useMemo(() => {
    const ground = {
      statuses: statuses.filter(({ isActive }) => isActive),
      fieldIds: new Set(fields.filter(({ isActive }) => isActive).map(({ id }) => id)),
    }
    return placeProblems(definitionProblems(definition, ground), definition)
  }, [definition, statuses, fields])
  const tabs = ['design', 'effects', ...(workflow === null ? [] : ['rehearsal', 'versions'])]
  const tab = tabs.find((candidate) => candidate === filters.get('tab')) ?? 'design'
  const openTab = (name: string | null) => filters.set({ tab: name === 'design' ? undefined : (name ?? undefined) })
  const onSaved = (stored: Workflow) => {
    editor.begin(draftOfWorkflow(stored), stored.version)
    setIsSaving(false)
    if (workflow === null) onCreated(stored)
  }

  return (
    <WorkflowBenchContext value={{ editor, statuses, fields, problems, chosen, choose, mayWrite }}>
      <div onKeyDown={(event) => stepByKey(event, editor)}>
        <WorkflowHead workflow={workflow} saved={saved} onSave={() => setIsSaving(true)} />
        {workflow !== null && !save.isPending && <OvertakenNotice workflow={workflow} />}
        <Tabs value={tab} keepMounted={false} onChange={openTab}>
          <Tabs.List aria-label={words('sections')} mb="md">
            <Tabs.Tab value="design">{words('design')}</Tabs.Tab>
            <Tabs.Tab value="effects">{words('effects')}</Tabs.Tab>
            {workflow !== null && <Tabs.Tab value="rehearsal">{words('rehearsal')}</Tabs.Tab>}
            {workflow !== null && <Tabs.Tab value="versions">{words('versions')}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="design">
            <DesignPanel />
          </Tabs.Panel>
          <Tabs.Panel value="effects">
            <EffectsPanel workflowId={workflow?.id ?? null} saved={saved} />
          </Tabs.Panel>
          {workflow !== null && (
            <>
              <Tabs.Panel value="rehearsal">
                <Suspense fallback={<LoadingState />}>
                  <RehearsalPanel change={{ kind: 'workflow', workflowId: workflow.id, definition }} />
                </Suspense>
              </Tabs.Panel>
              <Tabs.Panel value="versions">
                <VersionsPanel workflowId={workflow.id} onRestored={() => openTab('design')} />
              </Tabs.Panel>
            </>
          )}
        </Tabs>
        {isSaving && (
          <SaveDialog
            {...{ workflow, saved, save, onSaved }}
            onClose={() => {
              save.reset()
              setIsSaving(false)
            }}
          />
        )}
      </div>
    </WorkflowBenchContext>
  )
}

/** Ctrl+Z and Ctrl+Y, but where a text is written: there they are the text's own. */
function stepByKey(event: KeyboardEvent, { undo, redo }: { undo: () => void; redo: () => void }): void {
  const isWriting =
    event.target instanceof HTMLElement &&
    event.target.matches('input:not([type="checkbox"], [type="radio"]), textarea')
  if (isWriting || !(event.ctrlKey || event.metaKey)) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) redo()
  else undo()
}
