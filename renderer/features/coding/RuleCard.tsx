/** The rule of the code that is looked at: that of the selected coding, or of the code chosen in the codebook. */
import { useEffect, useState } from 'react'
import type { Coding } from '../../../contract/codings.ts'
import { useConnection } from '../../lib/live.tsx'
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

/** The code of the coding that is selected in the text, while all that are selected have the same. */
const useCodeOfCoding = (): number | undefined => {
  const { client, onEvent } = useConnection()
  const documentId = useWorkspace((state) => state.documentId)
  const codingIds = useWorkspace((state) => state.codingIds)
  const [codeByCoding, setCodeByCoding] = useState<ReadonlyMap<number, number>>(new Map())
  const isAsked = codingIds.length > 0
  useEffect(() => {
    if (documentId === null || !isAsked) return undefined
    let isCurrent = true
    const ask = async () => {
      const { id, codeId } = await client.codings.inDocument({ documentId })
      if (isCurrent) setCodeByCoding(new Map(id.map((each, index) => [each, codeId[index] ?? 0])))
    }
    const patch = (put: readonly Coding[]) => {
      setCodeByCoding((known) => new Map([...known, ...put.map(({ id, codeId }): [number, number] => [id, codeId])]))
    }
    const stop = onEvent((event) => {
      if (event.kind === 'changed' && event.codings) patch(event.codings.put)
      else if (event.kind === 'changed') void ask().catch(() => undefined)
    })
    void ask().catch(() => undefined)
    return () => {
      isCurrent = false
      stop()
    }
  }, [client, onEvent, documentId, isAsked])
  const found = new Set(codingIds.map((id) => codeByCoding.get(id)))
  return found.size === 1 ? [...found][0] : undefined
}
