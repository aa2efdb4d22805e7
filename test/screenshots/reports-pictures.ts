import { lastMessage, pickCommand, runCommand } from '../../src/local-discord/test/support/page-driver.ts';
import { askOn, onPage, save } from './screenshot.ts';

/** As somebody copies it from a page: with what is no part of it. */
const ARTICLE = `Share

Ferry inquiry blames worn hull

By Jan Kok

2 March 2018

The inquiry into the sinking of the ferry Estrella published its report on Friday, and blames a hull that had not been inspected for three years.

Advertisement

The Estrella sank off Corvo in June 2016 with 41 people on board, all of whom were saved.

"Nobody looked at the plates below the waterline after 2013," said Ana Reis, who led the inquiry.

The owner of the ferry, Linhas do Norte, said it would pay for new inspections of its six other ships.

The harbour of Corvo stays closed to ferries of that class, the transport ministry said.
`;
/** The preview with its suggestions fits into it. In CSS pixels. */
const HEIGHT = 1000;

/** What a moderator sees, from the file to the history, as docs/reports.md shows it. */
export const takeReportsPictures = (url: string, folder: string): Promise<void> =>
  onPage({ url, height: HEIGHT }, async (page) => {
    await page.getByLabel('You are').selectOption({ label: 'Adam · Admin' });
    // Nobody has written there yet.
    await page.getByRole('button', { name: 'reports' }).click();
    await pickCommand(page, 'reports add');
    await page.getByRole('button', { name: 'Add the option file' }).click();
    await page.locator('input[type=file].option-input').setInputFiles({
      name: 'ferry-inquiry.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(ARTICLE),
    });
    await page.keyboard.press('Enter');
    const publish = lastMessage(page).getByRole('button', { name: 'Publish' });
    await publish.waitFor();
    await save(page, `${folder}/reports-preview.png`);
    await publish.click();
    await lastMessage(page).getByText('Published:').waitFor();
    await askOn(page, 'Who led the inquiry?');
    await runCommand(page, 'reports rollback');
    await lastMessage(page).getByText('to the reports before').waitFor();
    await runCommand(page, 'reports history');
    await lastMessage(page).getByText('latest first').waitFor();
    await save(page, `${folder}/reports-published.png`);
  });
