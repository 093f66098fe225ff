/**
 * Makes the project file of this schema version for test/db/versions.test.ts:
 * `node test/support/child-runner.ts make-fixture`. Once a version is released, its file and its migration never change.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../../../contract/wire.ts'
import { SCHEMA_VERSION } from '../../../db/migrate.ts'
import { createHost } from '../../../main/host/host.ts'
import { dump } from '../dump.ts'
import { workOn } from '../typical-work.ts'
import { tell } from './messages.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/projects')
const migrations = join(import.meta.dirname, '../../../db/migrations')
const folder = mkdtempSync(join(tmpdir(), 'verbatim-fixture-'))
const host = createHost({ application: 'command line', folder, deliver: () => undefined, log: tell })
const client = createClient((request) => host.dispatch(request, { session: 'fixture' }))

const path = join(folder, 'study.verbatim')
await client.projects.create({ path, name: 'Study' })
await workOn(client, folder)
const project = host.current()
if (!project) throw new Error('no project is open')
project.db.exec('VACUUM')
const rows = dump(project.db)
await client.projects.close({})
host.close()

const name = `v${SCHEMA_VERSION}`
const migration = readdirSync(migrations).toSorted()[SCHEMA_VERSION - 1] ?? ''
const hash = createHash('sha256')
  .update(readFileSync(join(migrations, migration)))
  .digest('hex')
copyFileSync(path, join(fixtures, `${name}.verbatim`))
writeFileSync(join(fixtures, `${name}.json`), `${JSON.stringify({ migration, hash, rows }, null, 2)}\n`)
rmSync(folder, { recursive: true })
tell(`test/fixtures/projects/${name}.verbatim`)
process.exit(0)
