/* global describe, it */
import { workspace } from '../bundle.mjs';
import { inWorkbench } from './in-workbench.mjs';

const register = 'license-register.yaml';

describe('navigation by keyboard', function () {
  this.timeout(5 * 60_000);

  it('renames where F2 is pressed, and changes an address that is kept as another one', async () => {
    await inWorkbench(workspace, async (workbench, page) => {
      // The editor shows other blanks than it holds.
      const line = (text) => page.locator('.editor-instance .view-line', { hasText: new RegExp(text.replace(/[.[\]]/g, '\\$&').replaceAll(' ', '\\s')) });

      await workbench.open(register, 13);
      await page.keyboard.press('End');
      const name = page.locator('.rename-box input');
      await workbench.pressUntil('F2', name);
      await name.fill('FV: 1');
      await name.press('Enter');
      await line('id: "FV: 1"').waitFor();
      await line('purchase: "FV: 1"').nth(1).waitFor();

      await workbench.open(register, 10);
      await page.keyboard.press('End');
      const input = page.locator('.quick-input-widget input');
      await workbench.beginCommand('Exchange: Change an Address and Keep the Old One', page.locator('.quick-input-widget', { hasText: 'stays as another address' }));
      await input.first().fill('jan.kowal@contoso.example');
      await page.locator('.quick-input-widget', { hasText: 'already names another person' }).waitFor();
      await input.first().fill('anna.lis@contoso.example');
      await page.keyboard.press('Enter');
      await line('email: anna.lis@contoso.example').waitFor();
      await line('otherAddresses: [anna.nowak@contoso.example]').waitFor();
    });
  });
});
