import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'

import { AFTER_SEND, useAfterSend } from './after-send.ts'
import { useWritingWords } from './use-writing-words.ts'

/** Where one goes once the message is sent, chosen in the menu of the ways to send and remembered. */
export function AfterSendChoice() {
  const words = useWritingWords()
  const [chosen, choose] = useAfterSend()
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{words('afterSend')}</Menu.Label>
      {AFTER_SEND.map((candidate) => (
        <Menu.Item
          key={candidate}
          role="menuitemradio"
          aria-checked={candidate === chosen}
          closeMenuOnClick={false}
          rightSection={candidate === chosen && <IconCheck size={15} aria-hidden="true" />}
          onClick={() => choose(candidate)}
        >
          {words(`after_${candidate}`)}
        </Menu.Item>
      ))}
    </>
  )
}
