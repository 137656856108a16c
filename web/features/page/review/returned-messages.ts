import { createMessages } from '../../../i18n/messages.ts';

/** What a volunteer reads when a page came back. */
export const returnedMessages = createMessages({
  en: {
    returnedBy: '{name} returned this page:',
    linesNoted: { one: '{count} line has a note:', other: '{count} lines have a note:' },
    lineNumber: 'Line {number}',
    noteOf: '{name}:',
    changedSince: '(the line has been changed since)',
  },
  ru: {
    returnedBy: 'Страницу вернул(а) {name}:',
    linesNoted: {
      one: 'К {count} строке есть замечание:',
      few: 'К {count} строкам есть замечания:',
      many: 'К {count} строкам есть замечания:',
      other: 'К {count} строки есть замечание:',
    },
    lineNumber: 'Строка {number}',
    noteOf: '{name}:',
    changedSince: '(строка с тех пор изменена)',
  },
  kk: {
    returnedBy: 'Бұл бетті {name} қайтарды:',
    linesNoted: { other: '{count} жолға ескертпе бар:' },
    lineNumber: '{number}-жол',
    noteOf: '{name}:',
    changedSince: '(жол содан кейін өзгертілген)',
  },
});
