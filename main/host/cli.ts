/** Entry of the command line: one command, its answer on standard output; exit 0 done, 1 failed, 2 wrong usage. */
import { explain } from '../../contract/explain.ts'
import { AppError } from '../../contract/failure.ts'
import type { Messages } from '../../contract/messages/en.ts'
import { call, check, exportFile, query } from './cli/answers.ts'
import { readCommand, type Command } from './cli/arguments.ts'
import { code } from './cli/code.ts'
import { importFiles } from './cli/import.ts'
import { chooseMessages } from './cli/language.ts'
import { allowReadersToLeave, complain, print } from './cli/output.ts'
import { CannotDo, WrongUsage } from './cli/problems.ts'
import type { Tools } from './cli/tools.ts'
import { defaultFolder } from './installation.ts'
import { fileLog, reporter } from './log.ts'

const main = async (words: readonly string[]): Promise<number> => {
  const folder = defaultFolder()
  const messages = chooseMessages(folder)
  try {
    return await perform(readCommand(words), {
      messages,
      folder,
      // Loaded when it is needed: what is only wrong usage is said at once.
      withProject: async (file, work) => (await import('./cli/session.ts')).withProject(file, folder, work),
    })
  } catch (error) {
    complain(sentenceOf(error, messages, folder).replace(/\s*\n\s*/gu, ' '))
    if (!(error instanceof WrongUsage)) return 1
    complain(`\n${messages.cli.usage}`)
    return 2
  }
}

const perform = async (command: Command, tools: Tools): Promise<number> => {
  switch (command.name) {
    case 'help':
      print(tools.messages.cli.usage)
      return 0
    case 'new':
      print(await (await import('./cli/session.ts')).createProject(command.file, tools.folder))
      return 0
    case 'import':
      return importFiles(command, tools)
    case 'code':
      return code(command, tools)
    case 'query':
      return query(command, tools)
    case 'export':
      return exportFile(command, tools)
    case 'call':
      return call(command, tools)
    case 'check':
      return check(command, tools)
  }
}

/** One line, whatever was thrown. */
const sentenceOf = (error: unknown, messages: Messages, folder: string): string => {
  if (error instanceof WrongUsage || error instanceof CannotDo) return error.say(messages.cli)
  if (error instanceof AppError) {
    if (error.failure.code === 'disconnected') return messages.cli.failed.disconnected
    return explain(error.failure, messages)
  }
  return explain({ code: 'internal', reference: reporter(fileLog(folder))(error) }, messages)
}

allowReadersToLeave()
process.exitCode = await main(process.argv.slice(2))
