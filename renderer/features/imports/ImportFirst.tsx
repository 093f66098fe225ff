/** What the room for coding shows while the project has no documents: the way to bring them in. */
import { useMessages } from '../../lib/messages.tsx'
import { Button, Empty } from '../../ui/controls.tsx'
import { chooseFilesToImport } from './choose-files.ts'

export const ImportFirst = () => {
  const { imports } = useMessages()
  return (
    <Empty title={imports.first.title} text={imports.first.text}>
      <Button kind="primary" onPress={() => void chooseFilesToImport()}>
        {imports.command}
      </Button>
    </Empty>
  )
}
