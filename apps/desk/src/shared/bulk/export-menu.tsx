import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { ExportFormat, exportCases } from '@timedesk/contracts/case-export'
import { CASES_NAMED_MAX } from '@timedesk/contracts/limits'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'

import { client } from '../client.ts'
import { sizeOf, type BulkSelection } from './bulk-selection.ts'
import { useBulkWords } from './use-bulk-words.ts'

type ExportMenuProps = { selection: BulkSelection; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** Takes the chosen cases away as a file, with the columns of the view and in its order. */
export function ExportMenu({ selection, isOpen, onOpen }: ExportMenuProps) {
  const words = useBulkWords()
  const keys = useKeysOf('list.export')
  const isTooMany = !selection.isAll && sizeOf(selection) > CASES_NAMED_MAX
  return (
    <Menu position="top-end" shadow="md" opened={isOpen} onChange={onOpen}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          aria-keyshortcuts={ariaKeys(keys)}
        >
          {words('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isTooMany && <Menu.Label maw="16rem">{words('exportMany', { count: CASES_NAMED_MAX })}</Menu.Label>}
        {ExportFormat.options.map((format) => (
          <Menu.Item
            key={format}
            disabled={isTooMany}
            component="a"
            href={isTooMany ? undefined : addressOf(selection, format)}
            download
          >
            {words(`format_${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function addressOf({ ids, query, columns, isAll }: BulkSelection, format: ExportFormat): string {
  const { sort, group } = query
  const asked = isAll ? query : { sort, group, caseIds: ids.join(',') }
  return client.urlOf(exportCases, { query: { ...asked, columns: columns.join(','), format } })
}
