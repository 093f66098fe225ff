/** The rule of the code that is looked at: that of the selected coding, or of the code chosen in the codebook. */
import { useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Button } from '../../ui/controls.tsx'
import { CodeRule, hasRule } from './CodeRule.tsx'
import { useCoding } from './coding-state.ts'
import './coding.css'

export const RuleCard = () => {
  const { rule } = useMessages().coding
  const codes = useCoding((state) => state.codes)
  const codeIds = useWorkspace((state) => state.codeIds)
  const ofCoding = useCodeOfCoding()
  const id = ofCoding ?? (codeIds.length === 1 ? codeIds[0] : undefined)
  const code = codes.find((each) => each.id === id)
  if (!code) return null
  return (
    <section className="rule-card" aria-label={rule.label}>
      <header>
        <span className="dot" data-color={code.color} />
        <b>{code.name}</b>
        <Button
          kind="quiet"
          onPress={() => {
            workspace.set({ room: 'codebook', codeIds: [code.id] })
          }}
        >
          {rule.edit}
        </Button>
      </header>
      <div className="code-search-rule">{hasRule(code) ? <CodeRule code={code} /> : rule.none}</div>
    </section>
  )
}

/** The code of the coding that is selected in the text. */
const useCodeOfCoding = (): number | undefined => {
  const [codingId] = useWorkspace((state) => state.codingIds)
  const { data } = useLive(
    'memos.about',
    { target: { kind: 'coding', codingId: codingId ?? 1 } },
    { enabled: codingId !== undefined },
  )
  return codingId === undefined ? undefined : data?.code?.id
}
