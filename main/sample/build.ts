/** Makes the sample project by the same commands that a user's hand gives. */
import { v7 } from 'uuid'
import type { Language } from '../../contract/documents.ts'
import type { Client, Services } from '../../contract/index.ts'
import { createClient, createDispatcher } from '../../contract/wire.ts'
import { createDatabase } from '../../db/open.ts'
import { readDocument } from '../formats/import/read.ts'
import { projectServices } from '../host/features.ts'
import type { Identity } from '../host/installation.ts'
import { foundProject, openProject, type Context, type Project } from '../host/project.ts'
import type { Reading } from '../host/reading.ts'
import { sampleWords } from './content.ts'
import { fillSample } from './fill.ts'
import { coders } from './people.ts'

/**
 * The bytes of a project file. It is made in memory, at an installation of its own, so that none of its steps is on
 * the stack of the user who opens it.
 */
export const buildSample = async (language: Language): Promise<Buffer> => {
  const db = createDatabase(':memory:')
  try {
    const identity = passingIdentity()
    foundProject(db, sampleWords[language].project, identity, true)
    const project = openProject(db, ':memory:', identity, () => undefined)
    await fillSample(clientOf(project), language)
    return db.serialize()
  } finally {
    db.close()
  }
}

/** A first coder, who begins; `coders.setMe` hands the keyboard over. */
const passingIdentity = (): Identity => {
  let me: string | undefined
  return {
    uid: v7(),
    settings: () => ({ language: 'system', theme: 'system', coderName: coders.AL, coderInitials: 'AL' }),
    coderOf: () => me,
    setCoder: (_, coderUid) => {
      me = coderUid
    },
  }
}

const clientOf = (project: Project): Client => {
  const services = projectServices(project, readingFromMemory) as Services<Context>
  const dispatch = createDispatcher<Context>(services, (error) => {
    throw error
  })
  return createClient((request) => dispatch(request, { session: 'sample' }))
}

/** The sample's files are not on the disk: a file's path is its text. */
const readingFromMemory: Reading = {
  lanes: 1,
  document: ({ name, path }, encoding) => readDocument(Buffer.from(path), name, { encoding }),
  table: () => Promise.reject(new Error('the sample has no tables')),
  close: () => undefined,
}
