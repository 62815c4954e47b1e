import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'

import { LinkTabs } from '../../shared/lists/link-tabs.tsx'
import { useUrlFilters, type UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import type { ReportFile } from './queries.ts'
import { useReportWords } from './use-report-words.ts'

const REPORTS = {
  serviceLevels: { href: paths.serviceLevels, permission: 'service_level:read' },
  profit: { href: paths.profit, permission: 'report:read' },
  deferred: { href: paths.deferredRevenue, permission: 'report:read' },
  turnover: { href: paths.turnover, permission: 'report:read' },
  vat: { href: paths.vatReport, permission: 'report:read' },
} as const
const NAMES = ['serviceLevels', 'profit', 'deferred', 'turnover', 'vat'] as const

/** What every report shares, and goes along from one to another. */
const SHARED = ['from', 'to', 'own', 'customer']

type ReportHeadProps = { report: keyof typeof REPORTS; text: string; files: readonly ReportFile[] }

/** The head of a report: its name, the other reports, and its rows as files. */
export function ReportHead({ report, text, files }: ReportHeadProps) {
  const words = useReportWords()
  const filters = useUrlFilters()
  const may = useMay()
  return (
    <>
      <PageHeader title={words(report)} text={text} actions={<ExportMenu files={files} />} />
      <LinkTabs
        label={words('reports')}
        tabs={NAMES.filter((name) => may(REPORTS[name].permission)).map((name) => ({
          href: `${REPORTS[name].href}${sharedSearch(filters)}`,
          label: words(name),
          isHere: name === report,
        }))}
      />
    </>
  )
}

function ExportMenu({ files }: { files: readonly ReportFile[] }) {
  const words = useReportWords()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.7} />}
          rightSection={<IconChevronDown size={16} />}
        >
          {words('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(({ format, url }) => (
          <Menu.Item key={format} component="a" href={url} download>
            {words('exportAs', { format: format.toUpperCase() })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function sharedSearch(filters: UrlFilters): string {
  const kept = SHARED.flatMap((name) => {
    const value = filters.get(name)
    return value === undefined ? [] : [[name, value]]
  })
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}
