// What a person does in the workbench, by mouse and keyboard.

const patience = 60_000;

/** A page that shows the workbench of a VS Code server. */
export class Workbench {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(patience);
  }

  /** Opens the workbench at `url` and waits until its extensions run. */
  async load(url) {
    await this.page.goto(url, { waitUntil: 'commit' });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await this.page.locator('.statusbar-item', { hasText: 'Activating Extensions' }).waitFor({ state: 'hidden' });
  }

  /** Opens a file of the workspace with the cursor on the line `line`, which is shown in the middle. */
  async open(file, line = 1) {
    await this.#pick(`${file}:${line}`, file);
    await this.page.locator('.tab.active', { hasText: file }).waitFor();
    await this.page.locator('.editor-instance .line-numbers.active-line-number', { hasText: String(line) }).waitFor();
  }

  /** Runs a command of the palette, by its title there. */
  async command(title) {
    await this.#pick(`>${title}`, title);
  }

  /** Begins a command of the palette that asks something: its question `locator` shows then. */
  async beginCommand(title, locator) {
    await this.begin(title);
    await locator.waitFor();
  }

  /** Begins a command of the palette that asks something. */
  async begin(title) {
    await this.#choose(`>${title}`, title);
  }

  /** Waits for a question of a wizard, which is the hint of its input or stands in the title. */
  async untilAsked(question) {
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('.quick-input-title', { hasText: question }).or(widget.getByPlaceholder(question)).first().waitFor();
    return widget;
  }

  /** Answers a question of a wizard: by `text`, or by what is filled in; where there are choices by the one that has `row`. */
  async answer(question, { text, row } = {}) {
    const widget = await this.untilAsked(question);
    if (text !== undefined) {
      await widget.locator('input').first().fill(text);
    }
    if (row === undefined) {
      await this.page.keyboard.press('Enter');
      return;
    }
    const choice = widget.locator('.quick-input-list .monaco-list-row', { hasText: row }).first();
    await choice.waitFor();
    // By keyboard, as far down as it takes.
    for (const focused = widget.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }); !(await focused.count()); ) {
      await this.page.keyboard.press('ArrowDown');
    }
    // What is chosen sooner than anybody can look is taken for the first choice.
    await this.page.waitForTimeout(text === undefined ? 0 : 200);
    await this.page.keyboard.press('Enter');
  }

  /** Types a file into the dialog that asks for one, by its name in the folder in which the dialog starts. */
  async chooseFile(title, name) {
    const widget = await this.untilAsked(title);
    await widget.locator('.quick-input-list .monaco-list-row', { hasText: name }).waitFor();
    await widget.locator('input.input').first().pressSequentially(name, { delay: 50 });
    // It looks the file up before it takes the answer, and shows nothing of that.
    await this.page.waitForTimeout(2000);
    await this.page.keyboard.press('Enter');
  }

  /** Presses `key` until `locator` shows: before its provider has registered, a key opens nothing. */
  async pressUntil(key, locator) {
    await this.#repeat(
      async () => {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press(key);
      },
      locator,
      `Pressing ${key}`,
    );
  }

  /** Has suggestions shown at the cursor, until `label` is the one that is selected. */
  async suggest(label) {
    await this.pressUntil('Control+Space', this.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }));
  }

  /** Has shown what is known of the suggestion that is selected: one key shows and hides it. */
  async tellOfSuggestion() {
    const details = this.page.locator('.suggest-details');
    const shows = () => details.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
      await this.page.keyboard.press('Control+Space');
      if (await shows()) {
        return;
      }
    }
    throw new Error('Nothing was told of the suggestion.');
  }

  /** Rests the mouse on `target` until `locator` shows and stays: lines that come meanwhile, such as lenses, push the target away. */
  async hoverUntil(target, locator) {
    await this.#repeat(
      async () => {
        const box = await target.boundingBox();
        await this.page.mouse.move(0, 0);
        // While the editor draws its lines anew there is none.
        if (!box) {
          return;
        }
        await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
      },
      locator,
      'Resting the mouse',
      500,
    );
  }

  /** Rests the mouse on `target` and clicks `link` in what shows: again where lines that come meanwhile push the target away. */
  async clickInHover(target, link) {
    for (const deadline = Date.now() + patience; ; ) {
      await this.hoverUntil(target, link);
      try {
        await link.first().click({ timeout: 3000 });
        return;
      } catch (error) {
        if (Date.now() > deadline) {
          throw error;
        }
      }
    }
  }

  async #pick(text, row) {
    await this.#choose(text, row);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async #choose(text, row) {
    // What takes the focus closes the palette, such as an editor that is still being opened.
    await this.#repeat(
      async () => {
        await this.page.keyboard.press('F1');
        await this.page.locator('.quick-input-widget input').first().fill(text, { timeout: 3000 }).catch(() => undefined);
      },
      this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }),
      `Asking the palette for "${text}"`,
    );
    await this.page.keyboard.press('Enter');
  }

  async #repeat(action, locator, name, mustStayFor = 0) {
    for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
      await action();
      const shows = await locator.first().waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      await this.page.waitForTimeout(shows ? mustStayFor : 0);
      if (shows && (await locator.first().isVisible())) {
        return;
      }
    }
    throw new Error(`${name} never showed ${locator}.`);
  }
}
