/** Respondents and documents with their attributes in a table, and a respondent's page. */
import { useState } from 'react'
import type { AttributeOwner } from '../../../contract/attributes.ts'
import { useMessages } from '../../lib/messages.tsx'
import { useWorkspace } from '../../lib/workspace.ts'
import { AttributeTable } from './AttributeTable.tsx'
import { RespondentPage } from './RespondentPage.tsx'
import './respondents.css'

export const RespondentsRoom = () => {
  const respondentId = useWorkspace((state) => state.respondentId)
  const { respondents } = useMessages()
  const [owner, setOwner] = useState<AttributeOwner>('respondent')
  if (respondentId !== null) return <RespondentPage key={respondentId} respondentId={respondentId} />
  return (
    <AttributeTable
      key={owner}
      owner={owner}
      owners={[
        { id: 'respondent', name: respondents.title },
        { id: 'document', name: respondents.documents },
      ]}
      onOwner={setOwner}
    />
  )
}
