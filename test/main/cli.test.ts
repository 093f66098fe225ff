import papaparse from 'papaparse'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from '../support/bytes.ts'
import { startChild } from '../support/child.ts'
import { BUILDING, buildCli, openTerminal, root, type Ran, type Terminal } from '../support/cli.ts'
import { openTestHost } from '../support/host.ts'

const documents = join(root, 'test/fixtures/documents')
const built = join(root, 'out/main')
const copyOf = (terminal: Terminal, name: string) => {
  copyFileSync(join(documents, name), join(terminal.folder, name))
  return name
}
const rowsOf = (csv: string) => papaparse.parse<string[]>(csv.replace(/\r\n$/u, ''), { newline: '\r\n' }).data
const objectsOf = (csv: string) => {
  const [header = [], ...rows] = rowsOf(csv)
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])))
}

/** Two people who speak of the street, one of them with letters outside the basic plane, and a talk of both. */
const one =
  '\u{1f3e0} At home.\nI: What do you see?\nR07: \u{1f469}\u{1f3fd} I see "the street", where my brother was stopped.'
const two =
  'I: And you?\nR12: I am afraid of the street at night.\nI: And by day?\nR12: I am afraid of the street, always.'
const group = 'R07: We count the winters.\nR12: Every one of them.'
const people = 'respondent;Age;Health\nR07;31;poor\nR12;45;good\nR99;20;poor\n'

/** Made once by the command line itself, then copied for each test: interviews, attributes and the installation's settings. */
const template = { folder: '', imported: { code: null, stdout: '', stderr: '' } as Ran }
beforeAll(async () => {
  await buildCli()
  template.folder = mkdtempSync(join(tmpdir(), 'verbatim-test-'))
  const { run, file } = openTerminal(template.folder)
  for (const [name, text] of Object.entries({ one, two, group })) file(`talks/${name}.txt`, text)
  file('people.csv', people)
  await run('new', 'study')
  template.imported = await run('import', 'study', 'talks', '--attributes', 'people.csv')
}, BUILDING)
afterAll(() => {
  rmSync(template.folder, { recursive: true, force: true })
})

const withProject = () => {
  const terminal = openTerminal()
  cpSync(template.folder, terminal.folder, { recursive: true })
  const code = (document: string, quote: string, path: string, ...more: string[]) =>
    terminal.run('code', 'study', '--document', document, '--quote', quote, '--code', path, ...more)
  const call = async (method: string, input: unknown = {}): Promise<unknown> =>
    JSON.parse((await terminal.run('call', 'study', method, JSON.stringify(input))).stdout)
  return { ...terminal, code, call, path: join(terminal.folder, 'study.verbatim') }
}

describe('a pipeline', () => {
  test('from new to export: what was guessed, codes made on the way, counts, code points', async () => {
    const { run, code, folder } = withProject()
    expect(template.imported).toMatchObject({ code: 0, stderr: '' })
    expect(template.imported.stdout.split('\n')).toEqual([
      `${join('talks', 'group.txt')}: document “group” in English, 8 words, 2 turns. R07 is respondent “R07”; R12 is respondent “R12”.`,
      `${join('talks', 'one.txt')}: document “one” in English, 15 words, 2 turns. I is an interviewer; R07 is respondent “R07”.`,
      `${join('talks', 'two.txt')}: document “two” in English, 20 words, 4 turns. I is an interviewer; R12 is respondent “R12”.`,
      'people.csv: 3 respondents. Attributes: Age (number); Health (text). Added, without a document: R99.',
      '',
    ])

    expect(await code('one', '"the street", where my brother', 'Fear > Safety fear')).toEqual({
      code: 0,
      stdout: 'one, turn 2, characters 45 to 75: Fear > Safety fear. New in the codebook: Fear; Fear > Safety fear.\n',
      stderr: '',
    })
    expect(await code('two', 'afraid of the street', 'fear > safety FEAR', '--occurrence', '2')).toMatchObject({
      code: 0,
      stdout: 'two, turn 4, characters 78 to 98: Fear > Safety fear.\n',
    })
    expect(await code('group', 'count the winters. R12: Every one', 'Time', '--coder', 'Ben Berg')).toMatchObject({
      code: 0,
      stdout: 'group, turn 1, characters 8 to 41: Time. New in the codebook: Time.\n',
    })

    const table = await run('query', 'frequencies', 'study', '--rollup')
    expect(table).toMatchObject({ code: 0, stderr: '' })
    expect(table.stdout).toBe(
      'code_path,n_codings,n_respondents,R07,R12\r\nFear,2,2,1,1\r\nFear > Safety fear,2,2,1,1\r\nTime,1,2,1,1\r\n',
    )
    const byHealth = await run(
      'query',
      'frequencies',
      'study',
      '--across',
      'health',
      '--count',
      'words',
      '--format',
      'json',
    )
    expect(JSON.parse(byHealth.stdout)).toMatchObject({
      across: 'health',
      count: 'words',
      rollup: false,
      n: 2,
      columns: [
        { name: 'good', n: 1 },
        { name: 'poor', n: 1 },
      ],
      rows: [
        { code_path: 'Fear', n_codings: 0, n_respondents: 0, cells: [0, 0] },
        { code_path: 'Fear > Safety fear', n_codings: 2, n_respondents: 2, cells: [4, 5], total: 9 },
        { code_path: 'Time', n_codings: 1, n_respondents: 2, cells: [2, 3], total: 5 },
      ],
    })

    const excerpts = await run('export', 'excerpts', 'study')
    expect(excerpts.stdout.split('\r\n')[0]).toBe(
      'excerpt_id,document,respondent,code,code_path,coder,start,end,turn,text,created_at,Age,Health',
    )
    const rows = objectsOf(excerpts.stdout)
    expect(rows.map(({ document, respondent, code_path, turn }) => [document, respondent, code_path, turn])).toEqual([
      ['group', 'R07; R12', 'Time', '1'],
      ['one', 'R07', 'Fear > Safety fear', '2'],
      ['two', 'R12', 'Fear > Safety fear', '4'],
    ])
    expect(rows[0]).toMatchObject({ coder: 'Ben Berg', Age: '31; 45', Health: 'poor; good' })
    // Positions are code points of the document's text, which the fixtures spell out.
    const texts: Record<string, string> = { one, two, group }
    for (const { document = '', start, end, text } of rows)
      expect([...(texts[document] ?? '')].slice(Number(start), Number(end)).join('')).toBe(text)

    const codebook = await run('export', 'codebook', 'study', '--output', 'book.qdc')
    expect(codebook).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(folder, 'book.qdc'), 'utf8')).toContain('name="Safety fear"')
    expect(await run('check', 'study')).toEqual({ code: 0, stdout: 'No fault found.\n', stderr: '' })
    // One closed file, and nothing beside it.
    expect(readdirSync(folder).filter((name) => name.startsWith('study.'))).toEqual(['study.verbatim'])
  })

  test('files of every kind come in, bad ones are told each on a line, and what is missing does not stop the rest', async () => {
    const terminal = openTerminal()
    await terminal.run('new', 'study')
    const good = ['focusgroep-tabel.docx', 'gesprek-04.md', 'gesprek-tolk-windows.txt', 'verhaal-zonder-sprekers.txt']
    const bad = ['gesprek-met-wachtwoord.docx', 'gesprek-oud.doc', 'gesprek.odt']
    for (const name of [...good, ...bad]) copyOf(terminal, name)
    terminal.file('empty.txt', '')
    terminal.file('twin.txt', readFileSync(join(documents, 'gesprek-04.md')))
    mkdirSync(join(terminal.folder, 'nothing'))
    const files = [
      bad[0],
      good[0],
      'empty.txt',
      'gone.txt',
      good[1],
      bad[1],
      'nothing',
      good[2],
      bad[2],
      good[3],
      good[0],
    ]
    const ran = await terminal.run('import', 'study', ...(files as string[]))
    expect(ran.code).toBe(1)
    expect(ran.stdout.split('\n')).toEqual([
      expect.stringMatching(/^focusgroep-tabel\.docx: .*Samira is respondent “Samira”/u),
      expect.stringMatching(/^gesprek-04\.md: .*Leila is respondent “Leila”/u),
      expect.stringMatching(
        /^gesprek-tolk-windows\.txt: .*T is the interpreter of “gesprek-tolk-windows”; R is respondent “gesprek-tolk-windows”\. .*Windows-1252/u,
      ),
      expect.stringMatching(/^verhaal-zonder-sprekers\.txt: .*by respondent “verhaal-zonder-sprekers”\.$/u),
      '',
    ])
    expect(ran.stderr.split('\n')).toEqual([
      'There is no file “gone.txt”.',
      'There is no .docx, .txt or .md in “nothing”.',
      expect.stringMatching(/^gesprek-met-wachtwoord\.docx: .*password/u),
      expect.stringMatching(/^empty\.txt: .*is empty/u),
      expect.stringMatching(/^gesprek-oud\.doc: .*reads \.docx/u),
      expect.stringMatching(/^gesprek\.odt: .*/u),
    ])
    // The same again: each is there already, and nothing comes in twice.
    const again = await terminal.run('import', 'study', good[1] as string, 'twin.txt')
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain('has the same text as “gesprek-04”')
    expect(again.stderr.split('\n')).toHaveLength(2)
    expect(rowsOf((await terminal.run('query', 'frequencies', 'study', '--across', 'documents')).stdout)).toEqual([
      [
        'code_path',
        'n_codings',
        'n_respondents',
        'focusgroep-tabel',
        'gesprek-04',
        'gesprek-tolk-windows',
        'verhaal-zonder-sprekers',
      ],
    ])
  })

  test('folders give their interviews with those of their subfolders, by name; hidden and Word’s own files are not meant', async () => {
    const { run, file, folder } = openTerminal()
    await run('new', 'study')
    file('talks/R10.txt', 'R10: Ten.')
    file('talks/R2.md', 'R2: Two.')
    file('talks/wave 2/R3.txt', 'R3: Three.')
    file('talks/.R4.txt', 'R4: Four.')
    file('talks/~$R5.docx', 'lock')
    file('talks/notes.pdf', '%PDF-')
    symlinkSync(join(folder, 'talks'), join(folder, 'talks/again'))
    const { code, stdout } = await run('import', 'study', 'talks')
    expect(code).toBe(0)
    expect(stdout.split('\n').map((line) => line.split(': ', 1)[0])).toEqual([
      join('talks', 'R2.md'),
      join('talks', 'R10.txt'),
      join('talks', 'wave 2', 'R3.txt'),
      '',
    ])
  })
})

describe('attributes', () => {
  test('of documents; names that are no document are told', async () => {
    const { run, file } = withProject()
    file('waves.csv', 'Document,Wave,Held on\none,1,2026-03-04\ntwo,2,2026-04-05\nthree,2,\n')
    expect(await run('import', 'study', '--attributes', 'waves.csv')).toEqual({
      code: 0,
      stdout:
        'waves.csv: 3 documents. Attributes: Wave (number); Held on (date). Left out, for there are no such documents: three.\n',
      stderr: '',
    })
    const { stdout } = await run('query', 'frequencies', 'study', '--across', 'wave')
    expect(stdout).toBe('code_path,n_codings,n_respondents,1,2,not known\r\n')
  })

  test('a table that cannot be used stops everything before anything is changed', async () => {
    const { run, file, call } = withProject()
    file('new.txt', 'R07: Something new.')
    file('nobody.csv', 'name,Age\nR07,31\n')
    file('letters.csv', 'respondent,Age\nR07,31\nR12,old\n')
    const said = async () => [
      await call('documents.list'),
      await call('attributes.list'),
      await call('respondents.list'),
    ]
    const before = await said()
    for (const [table, sentence] of [
      ['gone.csv', 'There is no file “gone.csv”.'],
      [
        'nobody.csv',
        'The first column of “nobody.csv” is called “name”. Call it respondent or document. Nothing was changed.',
      ],
      ['letters.csv', '“old” in line 3 of “letters.csv” does not fit the attribute “Age”. Nothing was changed.'],
    ] as const)
      expect(await run('import', 'study', 'new.txt', '--attributes', table)).toEqual({
        code: 1,
        stdout: '',
        stderr: sentence,
      })
    expect(await said()).toEqual(before)
  })
})

describe('quotes', () => {
  test('that are not there, not exactly there, or in several places change nothing', async () => {
    const { code, call } = withProject()
    for (const [document, quote, ...more] of [
      ['one', 'the alley', '“the alley” does not occur in “one”. Nothing was changed.'],
      [
        'two',
        'afraid of the street',
        '“afraid of the street” occurs 2 times in “two”. Say which one: --occurrence 1 to 2.',
      ],
      ['two', 'at night', '“at night” occurs 1 time in “two”, so there is no occurrence 2.', '--occurrence', '2'],
      [
        'two',
        'R12:  I am',
        '“R12: I am” occurs 2 times in “two”, each time with other spaces or line ends. Give it exactly as it stands there.',
      ],
      ['three', 'street', 'There is no document “three” in the project.'],
      // Half of an emoji with a skin colour.
      ['one', '\u{1f469}', '“\u{1f469}” does not occur in “one”. Nothing was changed.'],
    ] as const) {
      const [sentence = '', ...options] = more
      expect(await code(document, quote, 'New', ...options, '--coder', 'Ben')).toEqual({
        code: 1,
        stdout: '',
        stderr: sentence,
      })
    }
    expect(await call('codes.list')).toEqual([])
    expect(await call('coders.list')).toMatchObject([{ id: 1 }])
  })

  test('are taken with other spaces and line ends where that is one place, and may begin with a dash', async () => {
    const { code, file, run } = withProject()
    expect(await code('group', 'winters.\n\n R12:\tEvery', 'Time')).toMatchObject({ code: 0 })
    file('dash.txt', '- So what?\n- Nothing.\n\nC:\\Users\\ben is a path, and "a > b" is none.')
    await run('import', 'study', 'dash.txt')
    expect(await code('dash', '- Nothing.', '- Nothing > C:\\new')).toMatchObject({ code: 0 })
    expect(await code('dash', 'C:\\Users\\ben', 'age>18')).toMatchObject({ code: 0 })
    const rows = objectsOf((await run('export', 'excerpts', 'study')).stdout)
    expect(rows.map(({ code_path, text }) => `${code_path} | ${text}`).toSorted()).toEqual([
      '- Nothing > C:\\new | - Nothing.',
      'Time | winters.\nR12: Every',
      'age>18 | C:\\Users\\ben',
    ])
  })

  test('the same again leaves one coding; a longer one extends it; codes that cannot be used say so', async () => {
    const { code, call } = withProject()
    await code('group', 'count the', 'Time')
    expect((await code('group', 'count the', 'Time')).stdout).toBe(
      'group, turn 1, characters 8 to 17: Time. An earlier coding there now has characters 8 to 17.\n',
    )
    expect((await code('group', 'the winters', 'Time')).stdout).toContain('now has characters 8 to 25.')
    expect(await call('codings.inDocument', { documentId: 1 })).toMatchObject({ start: [8], end: [25] })
    await call('codes.archive', { ids: [1], archived: true })
    expect((await code('group', 'winters', 'Time')).stderr).toBe(
      '“Time” is archived. Bring it back into the codebook first.',
    )
    await call('codes.archive', { ids: [1], archived: false })
    await call('codes.update', { id: 1, codable: false })
    expect((await code('group', 'winters', 'Time')).stderr).toMatch(/^“Time” is a category/u)
    await call('codes.setClosed', { closed: true })
    expect((await code('group', 'winters', 'Other', '--coder', 'Ben')).stderr).toMatch(/^The codebook is closed/u)
    expect(await call('coders.list')).toHaveLength(1)
  })

  test('two documents of one name are not guessed between', async () => {
    const { code, file, run } = withProject()
    file('more/one.txt', 'R07: Another talk.')
    await run('import', 'study', 'more/one.txt')
    expect((await code('one', 'talk', 'Time')).stderr).toBe(
      '2 documents are called “one”. Give them different names first.',
    )
  })
})

describe('who codes', () => {
  test('reading adds no coder; a coder that is named is found or made, and nobody else with her', async () => {
    const { folder, run, file, settings } = openTerminal()
    const path = join(folder, 'study.verbatim')
    expect(await run('new', 'study')).toEqual({ code: 0, stdout: `${path}\n`, stderr: '' })
    for (const words of [['query', 'frequencies'], ['export', 'excerpts'], ['check']])
      expect(await run(...words, 'study')).toMatchObject({ code: 0, stderr: '' })
    const coders = async () => JSON.parse((await run('call', 'study', 'coders.list')).stdout) as unknown
    expect(await coders()).toEqual([])
    await run('import', 'study', file('R07.txt', 'R07: We count the winters.'))
    expect(await coders()).toHaveLength(1)
    const code = (...more: string[]) =>
      run('code', 'study', '--document', 'R07', '--quote', 'winters', '--code', 'Time', ...more)
    await code('--coder', 'Ben Berg')
    await code('--coder', 'ben  berg')
    await code()
    expect(await coders()).toMatchObject([{ id: 1 }, { id: 2, name: 'Ben Berg', initials: 'BB' }])
    expect(objectsOf((await run('export', 'excerpts', 'study')).stdout).map(({ coder }) => coder)).toHaveLength(2)
    // Scripts do not push out what people have opened.
    expect(JSON.parse(readFileSync(join(settings, 'installation.json'), 'utf8'))).toMatchObject({ recent: [] })
  })
})

describe('beside a window', () => {
  test('works through the window that has the project open, where every change is seen', async () => {
    const { folder, run, code, path } = withProject()
    const { client, events } = openTestHost(join(folder, 'window'))
    await client.projects.open({ path })
    const me = await client.coders.me({})
    events.length = 0
    expect(await code('one', 'my brother', 'Fear > Safety fear')).toMatchObject({ code: 0 })
    expect(await code('two', 'at night', 'Fear > Safety fear', '--coder', 'Ben')).toMatchObject({ code: 0 })
    const put = events.flatMap((event) => (event.kind === 'changed' ? (event.codings?.put ?? []) : []))
    const [safetyFear] = (await client.codes.list({})).filter(({ name }) => name === 'Safety fear')
    const ben = (await client.coders.list({})).find(({ name }) => name === 'Ben')
    expect(put).toMatchObject([
      { documentId: 2, codeId: safetyFear?.id, coderId: me.id, start: one.indexOf('my brother') },
      { documentId: 3, codeId: safetyFear?.id, coderId: ben?.id },
    ])
    expect(await run('import', 'study', join(documents, 'interview-12.txt'))).toMatchObject({ code: 0, stderr: '' })
    expect((await client.documents.list({})).map(({ name }) => name)).toEqual(['group', 'interview-12', 'one', 'two'])
    expect((await run('query', 'frequencies', 'study', '--count', 'codings')).stdout).toContain(
      'Fear > Safety fear,2,2,1,1',
    )
    expect(objectsOf((await run('export', 'excerpts', 'study')).stdout)).toHaveLength(2)
    expect(await run('check', 'study')).toMatchObject({ code: 0, stdout: 'No fault found.\n' })
    // My last step at the keyboard of the window, Ben's apart from it.
    expect((await client.history.next({})).undo?.command).toBe('imports.run')
    expect((await run('call', 'study', 'projects.close')).stderr).toMatch(
      /^“study.verbatim” is in use by .* in a Verbatim window/u,
    )
    expect(await client.projects.current({})).toMatchObject({ path })
  })

  test('a project that somebody has open who does not answer is told to be in use, and is left alone', async () => {
    const { run, path } = withProject()
    const holder = startChild('lock', path, 'anna')
    await holder.next()
    holder.send('take')
    expect(await holder.next()).toBe('held')
    const { code, stdout, stderr } = await run('query', 'frequencies', 'study')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^“study.verbatim” is in use by anna on desk, in a Verbatim window\./u)
  })

  test('commands that run at the same time wait for each other', async () => {
    const { code, call } = withProject()
    const words = ['We', 'count', 'winters', 'Every', 'one', 'them']
    const ran = await Promise.all(
      words.map((word, index) => code('group', word, `Time > ${word}`, '--coder', `Coder ${index % 3}`)),
    )
    expect(ran.map((answer) => [answer.code, answer.stderr])).toEqual(words.map(() => [0, '']))
    expect((await call('codings.inDocument', { documentId: 1 })) as object).toMatchObject({
      id: words.map(() => expect.any(Number) as number),
    })
    expect(((await call('coders.list')) as unknown[]).length).toBe(4)
  })

  test('broken off at any moment, the file is whole and closed', async () => {
    const { folder, file, run, start } = openTerminal()
    await run('new', 'study')
    for (let number = 1; number <= 60; number++)
      file(
        `talks/R${number}.txt`,
        Array.from({ length: 200 }, (_, turn) => `R${number}: Turn ${turn} of ${number}.`).join('\n'),
      )
    for (const after of [150, 400, 700, 1000]) {
      const child = start('import', 'study', 'talks')
      const ended = new Promise<number | null>((resolve) => {
        child.once('close', resolve)
      })
      setTimeout(() => child.kill('SIGTERM'), after)
      const code = await ended
      expect([0, 1, 143, null]).toContain(code)
      expect(await run('check', 'study')).toEqual({ code: 0, stdout: 'No fault found.\n', stderr: '' })
      const { stdout } = await run('call', 'study', 'documents.list')
      expect([0, 60]).toContain((JSON.parse(stdout) as unknown[]).length)
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('study.verbatim'))).toEqual(['study.verbatim'])
  })
})

describe('call', () => {
  test('answers JSON, takes it from standard input, and says what a method does not take', async () => {
    const { run, runWith, call } = withProject()
    expect(await run('call', 'study', 'codes.create', '{"parentId":null,"name":"Fear","color":3}')).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(await run('call', 'study', 'codes.pin', '{"id":1,"pin":1}')).toEqual({
      code: 0,
      stdout: 'null\n',
      stderr: '',
    })
    expect(
      await runWith('{"id":1,"definition":"Wörds “quoted”\\n"}', 'call', 'study', 'codes.update', '-'),
    ).toMatchObject({ code: 0 })
    expect(await call('codes.list')).toMatchObject([{ name: 'Fear', color: 3, pin: 1, definition: 'Wörds “quoted”\n' }])
    expect(await run('call', 'study', 'codes.pin', '{"id":"1"}')).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^codes\.pin does not take this: id: .*; pin: .*\.$/u) as string,
    })
    expect(await run('call', 'study', 'codes.pin', '{"id":7,"pin":1}')).toMatchObject({ code: 1, stdout: '' })
    expect((await run('call', 'study', 'codes.list', '{x}')).stderr).toMatch(/^This is not JSON: \{x\}\n\nnpm run/u)
  })
})

describe('output', () => {
  test('a file that is there is replaced, whole; a place that cannot be written is told', async () => {
    const { run, file, folder } = withProject()
    const table = await run('query', 'frequencies', 'study')
    file('table.csv', 'x'.repeat(10_000))
    expect(await run('query', 'frequencies', 'study', '--output', 'table.csv')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect(readFileSync(join(folder, 'table.csv'), 'utf8')).toBe(table.stdout)
    expect(await run('export', 'excerpts', 'study', '--output', 'nowhere/x.csv')).toEqual({
      code: 1,
      stdout: '',
      stderr: '“x.csv” cannot be written. Look at the folder and your rights in it.',
    })
    mkdirSync(join(folder, 'folder.csv'))
    expect(await run('export', 'excerpts', 'study', '--output', 'folder.csv')).toMatchObject({ code: 1 })
    expect(readdirSync(folder).filter((name) => name.startsWith('folder') || name.startsWith('table'))).toEqual([
      'folder.csv',
      'table.csv',
    ])
    writeFileSync(join(folder, 'target.csv'), '')
    symlinkSync(join(folder, 'target.csv'), join(folder, 'link.csv'))
    await run('query', 'frequencies', 'study', '--output', 'link.csv')
    expect(readFileSync(join(folder, 'target.csv'), 'utf8')).toBe(table.stdout)
  })
})

describe('files that are no projects', () => {
  test('are told in one line, and not changed by one byte', async () => {
    const { run, file, folder } = openTerminal()
    await run('new', 'study.verbatim')
    file('text.verbatim', 'This is not a project.')
    const bytes = readFileSync(join(folder, 'study.verbatim'))
    file('short.verbatim', bytes.subarray(0, 9000))
    file('newer.verbatim', Buffer.from(bytes).fill(99, 63, 64))
    mkdirSync(join(folder, 'folder'))
    const before = contentsOf(folder)
    for (const [name, sentence] of [
      ['gone', 'There is no file “gone”.'],
      ['folder', 'There is no file “folder”.'],
      ['text', '“text.verbatim” is not a Verbatim project. It was not changed.'],
      ['short', expect.stringContaining('“short.verbatim” is damaged') as string],
      ['newer', expect.stringContaining('made by a newer version') as string],
    ] as const)
      expect(await run('check', name)).toEqual({ code: 1, stdout: '', stderr: sentence })
    expect(await run('new', 'study')).toMatchObject({
      code: 1,
      stderr: '“study.verbatim” is there already. Choose another name.',
    })
    expect(await run('new', 'nowhere/study')).toMatchObject({
      code: 1,
      stderr: `There is no folder “${join(folder, 'nowhere')}”.`,
    })
    expect(contentsOf(folder)).toEqual(before)
  })

  test('a damaged file lists its faults', async () => {
    const { run, code, path } = withProject()
    await code('group', 'winters', 'Time')
    const bytes = readFileSync(path)
    // The text loses a letter behind the project's back.
    const at = bytes.indexOf('We count the winters.')
    bytes.write('Ve', at)
    writeFileSync(path, bytes)
    const ran = await run('check', 'study')
    expect(ran).toMatchObject({ code: 1, stderr: '1 fault found.' })
    expect(ran.stdout).toBe('The text of “group” is not the one that was imported.\n')
  })
})

describe('wrong usage', () => {
  test.each([[[]], [['new']], [['code', 'study', '--document', 'd', '--quote']]])('%j', async (words) => {
    const { run, folder } = openTerminal()
    const { code, stdout, stderr } = await run(...words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    // One line, and the usage.
    expect(stderr.split('\n').slice(1, 3)).toEqual(['', 'npm run -s verbatim -- COMMAND'])
    expect(readdirSync(folder)).toEqual([])
  })

  test('a command loads nothing that it does not need', () => {
    // What opens a project is one chunk; what reads Word files and writes spreadsheets is not part of it.
    const chunk = (start: string) =>
      readdirSync(join(built, 'chunks')).find((name) => name.startsWith(`${start}-`)) ?? ''
    const seen = new Set<string>()
    const packages = new Set<string>()
    const visit = (path: string) => {
      if (seen.has(path)) return
      seen.add(path)
      for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(/^import .*?["']([^"']+)["'];?$/gmu)) {
        if (from.startsWith('.')) visit(join(path, '..', from))
        else if (!from.startsWith('node:')) packages.add(from)
      }
    }
    visit(join(built, 'cli.js'))
    // Wrong usage is said without a database.
    expect([...packages]).not.toContain('better-sqlite3')
    visit(join(built, 'chunks', chunk('session')))
    expect([...packages]).toEqual(expect.arrayContaining(['better-sqlite3', 'zod']))
    expect(['mammoth', 'fflate', 'saxes', 'write-excel-file/node', 'ws'].filter((name) => packages.has(name))).toEqual(
      [],
    )
  })

  test('what was asked for is no mistake', async () => {
    const { run, launch } = openTerminal()
    for (const words of [['--help'], ['-h'], ['help'], ['code', '--help']])
      expect(await run(...words)).toEqual({
        code: 0,
        stdout: expect.stringContaining('new FILE') as string,
        stderr: '',
      })
    expect(await launch('--help')).toMatchObject({ code: 0, stderr: '' })
    expect(await launch('nonsense')).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('language', () => {
  test('is that of the terminal, unless the installation has one of its own', async () => {
    const first = async (terminal: Terminal) => (await terminal.run('check', 'gone')).stderr
    const dutch = 'Er is geen bestand “gone”.'
    const english = 'There is no file “gone”.'
    expect(await first(openTerminal(undefined, { LANG: 'nl_NL.UTF-8' }))).toBe(dutch)
    expect(await first(openTerminal(undefined, { LANG: 'nl_NL.UTF-8', LC_ALL: 'C' }))).toBe(english)
    expect(await first(openTerminal(undefined, { LANG: 'C', LC_MESSAGES: 'nl_BE' }))).toBe(dutch)
    const terminal = openTerminal(undefined, { LANG: 'en_US' })
    await terminal.run('new', 'study')
    await terminal.run('call', 'study', 'settings.set', '{"language":"nl"}')
    expect(await first(terminal)).toBe(dutch)
    expect((await terminal.run('--help')).stdout).toContain('new BESTAND')
    expect(existsSync(join(terminal.settings, 'installation.json'))).toBe(true)
  })
})
