/** Turns and marks: what transcripts look like, and what only looks like one. */
import { describe, expect, test } from 'vitest'
import { markdownStyles } from '../../../main/formats/import/markdown.ts'
import { segment, type SegmentOptions } from '../../../main/formats/import/segment.ts'

/** `label|the turn's text` of each turn. */
const turnsOf = (text: string, options?: SegmentOptions) =>
  segment(text, options).turns.map(({ start, end, label }) => `${label}|${text.slice(start, end)}`)
const labelsOf = (text: string, options?: SegmentOptions) => segment(text, options).turns.map(({ label }) => label)
const marked = (text: string, kind: string, options?: SegmentOptions) =>
  segment(text, options).marks.flatMap((mark) => (mark.kind === kind ? text.slice(mark.start, mark.end) : []))

describe('labels with a colon', () => {
  test.each([
    ['I and R', 'I: Waarom ging u?\nR: Omdat het moest.', ['I', 'R']],
    ['whole words', 'Interviewer: Why?\nRespondent: Because.', ['Interviewer', 'Respondent']],
    [
      'numbers',
      'Interviewer 1: Why?\nR07: Because.\nInterviewer 2: And?\nR08: Well.',
      ['Interviewer 1', 'R07', 'Interviewer 2', 'R08'],
    ],
    ['abbreviations', 'Int.: Waarom?\nResp.: Daarom.\nTolk: Ja.', ['Int.', 'Resp.', 'Tolk']],
    ['lower case', 'interviewer: waarom?\nr: daarom.\ni: en toen?', ['interviewer', 'r', 'i']],
    [
      'capitals',
      'INTERVIEWER: WHY?\nFATIMA: Because.\nINTERVIEWER: And?\nFATIMA: So.',
      ['INTERVIEWER', 'FATIMA', 'INTERVIEWER', 'FATIMA'],
    ],
    ['no space after', 'I:Waarom?\nR:"Daarom."\nI:En?', ['I', 'R', 'I']],
    ['a space before', 'I : Waarom ?\nR : Daarom.', ['I', 'R']],
    [
      'names',
      'Anna de Vries: Hoe is het?\nMohammed: Goed.\nAnna de Vries: Mooi.\nMohammed: Ja.',
      ['Anna de Vries', 'Mohammed', 'Anna de Vries', 'Mohammed'],
    ],
    [
      'names of other scripts',
      'مصاحبه: چرا؟\nفاطمه: چون.\nمصاحبه: بعد؟\nفاطمه: هیچ.',
      ['مصاحبه', 'فاطمه', 'مصاحبه', 'فاطمه'],
    ],
    [
      'names with a part behind',
      'Interviewer (Anna): Ja?\nFatima (R07): Nee.\nInterviewer (Anna): Oké.\nFatima (R07): Ja.',
      ['Interviewer (Anna)', 'Fatima (R07)', 'Interviewer (Anna)', 'Fatima (R07)'],
    ],
    [
      'initials and titles',
      'Dr. Ahmadi: Yes.\nJ.P.: No.\nDr. Ahmadi: Yes.\nJ.P.: No.',
      ['Dr. Ahmadi', 'J.P.', 'Dr. Ahmadi', 'J.P.'],
    ],
    ['indented, with bullets and quotes', '  I: Ja?\n\t- R: Nee.\n> I: Oké.\n>> R: Ja.', ['I', 'R', 'I', 'R']],
    ['line numbers', '1  I: Waarom?\n2  R: Daarom.\n3. I: En?\n4\tR: Toen.', ['I', 'R', 'I', 'R']],
    ['questions and answers', 'V: Waarom?\nA: Daarom.', ['V', 'A']],
    [
      'numbered questions',
      'Vraag 1: Waarom?\nAntwoord: Daarom.\nVraag 2: En?\nAntwoord: Toen.\nVraag 3: Ja?\nAntwoord: Nee.',
      ['Vraag', 'Antwoord', 'Vraag', 'Antwoord', 'Vraag', 'Antwoord'],
    ],
    [
      'numbered interviewers are people',
      'I1: Ja?\nI2: Nee?\nR: Wat?\nI1: Oké.\nI2: Oké.',
      ['I1', 'I2', 'R', 'I1', 'I2'],
    ],
    ['a focus group', 'M: Welkom.\nP1: Dank.\nP2: Hallo.\nM: Goed.\nP3: Dag.', ['M', 'P1', 'P2', 'M', 'P3']],
    ['a bystander of a known kind', 'I: Ja?\nR: Nee.\nI: En u?\nAdvocaat: Geen vragen.', ['I', 'R', 'I', 'Advocaat']],
    ['one spelling for one speaker', 'I: Ja?\nr: Nee.\ni: En?\nR: Oké.', ['I', 'r', 'I', 'r']],
    ['one respondent, from the first line', 'R: Ik vertel mijn verhaal.\nHet begon thuis.', ['R']],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels)
  })
})

describe('labels without a colon', () => {
  test.each([
    [
      'square brackets',
      '[Anna] Hoe is het?\n[Fatima] Goed.\n[Anna] [lacht] Mooi.\n[Fatima] Ja.',
      ['Anna', 'Fatima', 'Anna', 'Fatima'],
    ],
    ['square brackets and a colon', '[I]: Ja?\n[R07]: Nee.', ['I', 'R07']],
    ['a tab', 'I\tWaarom?\nR\tDaarom.\nI\tEn?\nR\tToen.\nI\tOké.\nR\tJa.', ['I', 'R', 'I', 'R', 'I', 'R']],
    [
      'alone on the line',
      'Interviewer\nWaarom?\n\nFatima\nDaarom.\n\nInterviewer\nEn?\n\nFatima\nToen.\n\nFatima\nNog iets.',
      ['Interviewer', 'Fatima', 'Interviewer', 'Fatima', 'Fatima'],
    ],
    ['alone on the line with a colon', 'Interviewer:\nWaarom?\nR07:\nDaarom.', ['Interviewer', 'R07']],
    [
      'alone with a time, as meeting software has it',
      'Anna de Vries  0:03\nHallo.\n\nFatima  0:07\nDag.\n\nAnna de Vries  1:12:13\nGoed.\n\nFatima  1:12:20\nJa.',
      ['Anna de Vries', 'Fatima', 'Anna de Vries', 'Fatima'],
    ],
    [
      'full stops, as courts have them',
      'Q. Why did you leave?\nA. I had to.\nQ. And then?\nA. Nothing.',
      ['Q', 'A', 'Q', 'A'],
    ],
    [
      'a dash',
      'Interviewer - Waarom?\nRespondent – Daarom.\nInterviewer - En?\nRespondent – Toen.',
      ['Interviewer', 'Respondent', 'Interviewer', 'Respondent'],
    ],
    ['a gap', 'I    Waarom?\nR07  Daarom.\nI    En?\nR07  Toen.\nI    Oké.', ['I', 'R07', 'I', 'R07', 'I']],
    [
      'a time before, as Word transcribes',
      '00:00:03 Speaker 1\nHello.\n\n00:00:05 Speaker 2\nHi.',
      ['Speaker 1', 'Speaker 2'],
    ],
    [
      'voices of a machine',
      '[SPEAKER_00]: Hello.\n[SPEAKER_01]: Hi.\nSPEAKER_00 [00:12]: Well.',
      ['SPEAKER_00', 'SPEAKER_01', 'SPEAKER_00'],
    ],
    ['a part before the name', 'Interviewer Anna: Ja?\nTolk Karim: Nee.', ['Interviewer Anna', 'Tolk Karim']],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels)
  })

  const bold = (text: string, ...words: string[]): SegmentOptions => {
    let from = 0
    return {
      styles: words.map((word) => {
        const start = text.indexOf(word, from)
        from = start + word.length
        return { start, end: from, kind: 'bold' as const }
      }),
    }
  }

  test('bold names, with the words behind them or below', () => {
    const beside = 'Anna Waarom?\nFatima Daarom.\nAnna En?\nFatima Toen.'
    expect(labelsOf(beside, bold(beside, 'Anna', 'Fatima ', 'Anna', 'Fatima'))).toEqual([
      'Anna',
      'Fatima',
      'Anna',
      'Fatima',
    ])
    const below = 'Anna\nWaarom?\nFatima:\nDaarom.\nAnna\nEn?\nFatima:\nToen.'
    expect(labelsOf(below, bold(below, 'Anna', 'Fatima:', 'Anna', 'Fatima:'))).toEqual([
      'Anna',
      'Fatima',
      'Anna',
      'Fatima',
    ])
  })

  test('bold questions, emphasis and headings are none', () => {
    const text = 'Het vertrek\nWaarom ging u weg?\nJa dat was moeilijk.\nJa dat was het.\nJa zeker.\nHet begin\nGoed.'
    const options = bold(text, 'Het vertrek', 'Waarom ging u weg?', 'Ja', 'Ja', 'Ja', 'Het begin')
    expect(labelsOf(text, options)).toEqual([])
  })
})

describe('time stamps', () => {
  test.each([
    '[00:12:31]',
    '00:12:31',
    '[00:12]',
    '(0:12:31.5)',
    '#00:01:02-3#',
    '{00:12}',
    '<00:12:31>',
    '[00:12:31 - 00:12:40]',
    '00:12:31 --> 00:12:40',
  ])('%s before and after a label', (time) => {
    for (const text of [
      `${time} I: Ja?\n${time} R07: Nee.`,
      `I ${time}: Ja?\nR07 ${time}: Nee.`,
      `I: ${time} Ja?\nR07: ${time} Nee.`,
      `${time}\nI: Ja?\n${time}\nR07: Nee.`,
    ]) {
      expect({ text, labels: labelsOf(text), times: marked(text, 'time') }).toEqual({
        text,
        labels: ['I', 'R07'],
        times: [time, time],
      })
      expect(marked(text, 'label').map((label) => label.replace(':', ''))).toEqual(['I', 'R07'])
      expect(segment(text).turns[1]?.start).toBe(
        text.lastIndexOf('\n', text.lastIndexOf(time) > text.lastIndexOf('\n') ? text.length : text.lastIndexOf(time)) +
          1,
      )
    }
  })

  test('a clock time in speech is none', () => {
    for (const text of ['I: Hoe laat?\nR: 10:30 of (11:15) uur.', '10:30 was het toen ik ging.\nNiemand wist het.'])
      expect(marked(text, 'time')).toEqual([])
    expect(labelsOf('10:30 was het.\n10:45 ging ik.')).toEqual([])
  })

  test('inside the words only in brackets', () => {
    expect(marked('R: Ja [00:12] en #00:01:02-3# toen (0:12:31.5) om 12:30:15.', 'time')).toEqual([
      '[00:12]',
      '#00:01:02-3#',
      '(0:12:31.5)',
    ])
  })
})

describe('conventions', () => {
  test.each([
    '[lacht]',
    '[stilte]',
    '[onverstaanbaar]',
    '(laughs)',
    '[pause]',
    '[crosstalk 00:12]',
    '(lange stilte)',
    '(begint te huilen)',
    '((sighs))',
    '[...]',
    '(…)',
    '(3 sec)',
    '(0.5)',
    '(xxx)',
    '<lacht>',
    '*sighs*',
    '{pause}',
    '[Fatima]',
    '[LACHT]',
  ])('%s is one', (convention) => {
    const text = `I: Ja ${convention} en?\nR: ${convention} nee.\n${convention}\nR: ${convention}`
    expect(marked(text, 'convention')).toEqual([convention, convention, convention, convention])
    expect(labelsOf(text)).toEqual(['I', 'R', 'R'])
  })

  test.each([
    '(of zoiets)',
    '(2)',
    '(mijn broer)',
    '(telefoon kwijt)',
    '< 5',
    'a * b * c',
    'C#',
    '[',
    '(((',
    `[${'x'.repeat(120)}]`,
  ])('%s is none', (speech) => {
    expect(marked(`R: Ja ${speech} en`, 'convention')).toEqual([])
  })

  test('the same one on many lines makes no speaker', () => {
    expect(
      labelsOf('[lacht] Ja.\n[lacht] Nee.\n[Lacht] Goed.\n[stilte]\n[stilte]\n[zucht diep] Ja.\n[zucht diep] Ja.'),
    ).toEqual([])
  })
})

describe('a colon in running prose makes no speaker', () => {
  test.each([
    'Let op: dit is belangrijk.\nLet op: dit ook.\nEn dit.',
    'He said: go.\nShe said: stay.\nHe said: go.\nShe said: stay.',
    'Note: one.\nNote: two.\nNB: three.\nNote: four.',
    'https://example.org\nhttp://example.org\nhttps://example.org/a',
    '10:30\n11:30\nOm 12:30 ging ik.',
    'Naam: X\nDatum: 3 mei\nPlaats: Utrecht\nTaal: Dari',
    'Dit is een verhaal over weggaan: wat je meeneemt.\nEn over blijven: wat je achterlaat.',
    'Een Vraag: waarom?\nIk weet het niet.\nVraag: en toen?\nNiets.',
    'Ten eerste: het geld.\nTen tweede: de tijd.',
    'Moeder: ze is er niet meer.\nVader ook niet.',
    'Ik dacht: nu. Ik dacht: nooit.',
  ])('%s', (text) => {
    expect(labelsOf(text)).toEqual([])
  })
})

describe('how far a turn goes', () => {
  test('over several paragraphs, to the next label; without blank lines and headings before that', () => {
    const text =
      'Gesprek 3\nUtrecht\n\nI: Ja?\n\nR07: Nee.\nNog een alinea.\n\nEn nog een.\n\nDeel 2\n\nI: En toen?\n\n'.trimEnd()
    const start = text.indexOf('Deel 2')
    expect(turnsOf(text, { styles: [{ start, end: start + 6, kind: 'heading' }] })).toEqual([
      'I|I: Ja?',
      'R07|R07: Nee.\nNog een alinea.\n\nEn nog een.',
      'I|I: En toen?',
    ])
  })

  test('fields of a form before the talk are no turns', () => {
    const text = 'Interviewer: Anna\nRespondent: R07\nTolk: nee\n\nI: Ja?\nR07: Nee.\nI: En?\nR07: Oké.'
    expect(labelsOf(text)).toEqual(['I', 'R07', 'I', 'R07'])
  })

  test.each([
    'Gesprek 3\nDatum: 3 mei\nInterviewer: Anna\nRespondent: R07\n\nInterviewer: Ja?\nRespondent: Nee.\nInterviewer: En?',
    'Interviewer: Anna\nRespondent: R07\nDatum: 3 mei\nInterviewer: Ja?\nRespondent: Nee.\nInterviewer: En?',
    'Date: 3 May\n\nPlace: Utrecht\n\nInterviewer: Yes?\nRespondent: No.\nInterviewer: And?',
  ])('a form with other fields is no talk: %s', (text) => {
    const { turns } = segment(text)
    expect(turns.map(({ label }) => label)).toEqual(['Interviewer', 'Respondent', 'Interviewer'])
    expect(turns[0]?.start).toBe(text.search(/Interviewer: (?:Ja|Yes)/))
  })

  test('a talk that begins right below a form is whole', () => {
    expect(labelsOf('Datum: 3 mei\nI: Ja?\nR: Nee.\nI: En?\nR: Toen.\nI: Oké.\nR: Ja.')).toHaveLength(6)
    expect(labelsOf('I: Ja?\nR: Nee. Let op.\nI: En?\nDatum: dat weet ik niet.\nI: Oké.\nR: Ja.')).toHaveLength(5)
  })

  test('label marks hold the label and its colon', () => {
    expect(marked('I: Ja?\nR07 (00:12): Nee.\n[Anna] x\n[Anna] y\n[Anna] z', 'label')).toEqual([
      'I:',
      'R07',
      '[Anna]',
      '[Anna]',
      '[Anna]',
    ])
  })

  test('line numbers before a label are no words', () => {
    const text = '1\tI: Ja?\n2. [00:12] R: 3 keer.\n4 keer.'
    expect(marked(text, 'label')).toEqual(['1', 'I:', '2.', 'R:'])
  })

  test('labels that the format knows need not come back', () => {
    expect(labelsOf('Buurvrouw: ja.\nOom: nee.', { labels: new Set(['buurvrouw', 'oom']) })).toEqual([
      'Buurvrouw',
      'Oom',
    ])
  })
})

describe('Markdown', () => {
  const options = (text: string): SegmentOptions => ({ styles: markdownStyles(text), markdown: true })

  test('headings and emphasis are marks, the text stays', () => {
    const text =
      '# Gesprek *drie*\n\nOnder\n=====\n\nHet **was** *niet* __veilig__ _daar_, ***echt***, a_b_c, 2 * 3 * 4, \\*niet\\*, `**code**`.\n\n```\n# code\n```'
    expect(marked(text, 'heading', options(text))).toEqual(['# Gesprek *drie*', 'Onder'])
    expect(marked(text, 'bold', options(text))).toEqual(['was', 'veilig', 'echt'])
    expect(marked(text, 'italic', options(text))).toEqual(['drie', 'niet', 'daar', 'echt'])
  })

  test.each([
    '**Interviewer:** Waarom?\n\n**R07:** Daarom.',
    '**Interviewer**: Waarom?\n\n**R07**: Daarom.',
    '**Interviewer** Waarom?\n\n**R07** Daarom.',
    '### Interviewer\n\nWaarom?\n\n### R07\n\nDaarom.\n\n### Interviewer\n\nEn?\n\n### R07\n\nToen.',
    '> **Interviewer:** Waarom?\n> \n> **R07:** Daarom.',
    '*Interviewer:* Waarom?\n\n*R07:* Daarom.',
    '**Interviewer** [00:12]: Waarom?\n\n**R07** [00:14]: Daarom.',
    '- __Interviewer:__ Waarom?\n- __R07:__ Daarom.',
  ])('%s', (text) => {
    const { turns } = segment(text, options(text))
    expect(new Set(turns.map(({ label }) => label))).toEqual(new Set(['Interviewer', 'R07']))
    expect(turns.length).toBe(text.split(/Interviewer|R07/).length - 1)
  })

  test('links are no conventions', () => {
    const text = 'Zie [de brief](https://example.org) en [lacht].'
    expect(marked(text, 'convention', options(text))).toEqual(['[lacht]'])
  })
})
