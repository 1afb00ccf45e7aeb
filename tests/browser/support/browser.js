// Chromium with the page of the simulator.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { until } from './until.js';

const build = process.env.SKPBOT_BROWSER_BUILD;
const modules = createRequire(path.join(build, 'modules/package.json'));
const { chromium } = modules('playwright-core');
const axe_source = readFileSync(modules.resolve('axe-core/axe.min.js'), 'utf8');

const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export async function launch() {
  const arguments_ = ['--disable-dev-shm-usage', '--disable-gpu'];
  // Chromium refuses its sandbox to root, and containers often have no user namespaces.
  if (process.getuid() === 0) arguments_.push('--no-sandbox');
  return chromium.launch({ executablePath: process.env.SKPBOT_CHROMIUM, args: arguments_ });
}

// One tab with the page. What the console calls an error, or an exception, fails close(), unless
// `expected_errors` fits it.
export class Tab {
  static async open(
    browser,
    world,
    { expected_errors = null, hash = '', ready = true, ...options } = {},
  ) {
    const tab = new Tab();
    tab.context = await browser.newContext({
      viewport: DESKTOP,
      reducedMotion: 'reduce',
      locale: 'id-ID',
      ...options,
    });
    tab.page = await tab.context.newPage();
    tab.errors = [];
    tab.foreign = [];
    const keep = (text) => expected_errors?.test(text) || tab.errors.push(text);
    tab.page.on('console', (message) => {
      if (message.type() === 'error') keep(`${message.text()} ${message.location().url}`);
    });
    tab.page.on('pageerror', (error) => keep(error.message));
    tab.page.on('request', (request) => {
      if (!request.url().startsWith(world.url) && !request.url().startsWith('blob:'))
        tab.foreign.push(request.url());
    });
    tab.page.setDefaultTimeout(20_000);
    await options.before?.(tab.page);
    await tab.page.goto(`${world.url}/simulator${hash}`);
    if (ready) {
      await tab.page.locator('body.is-ready').waitFor();
      await tab.page.waitForFunction(() =>
        [...document.querySelectorAll('.chat-empty')].every(
          (p) => p.hidden || !/Memuat/.test(p.textContent),
        ),
      );
    }
    return tab;
  }

  phone(number) {
    return this.page.locator(`#ponsel-${number}`);
  }

  field(number) {
    return this.page.locator(`#tulis-${number}`);
  }

  async write(number, text) {
    await this.field(number).fill(text);
    await this.field(number).press('Enter');
    await this.page.waitForFunction(
      (id) => document.getElementById(id).value === '',
      `tulis-${number}`,
    );
  }

  // The same while the program or its database may be away: what was refused stays in the field and
  // is sent again, as a person would.
  async write_until_taken(number, text) {
    await this.field(number).fill(text);
    await until(`"${text}" is taken`, async () => {
      if ((await this.field(number).inputValue()) === '') return true;
      const busy = await this.phone(number).locator('.composer').getAttribute('aria-busy');
      if (busy !== 'true') await this.field(number).press('Enter');
      return false;
    });
  }

  // The messages of the bot in a phone in which `text` stands.
  from_bot(number, text) {
    return this.phone(number).locator('.from-bot').filter({ hasText: text });
  }

  async bot_says(number, text) {
    const message = this.from_bot(number, text).last();
    await message.waitFor();
    return message;
  }

  async press(message, label) {
    await message.locator('.key', { hasText: label }).click();
  }

  async tool(message, label) {
    await message.hover();
    await message.locator(`.tool[aria-label="${label}"]`).click();
  }

  async step(name) {
    await this.page.locator(`#jam button[data-langkah="${name}"]`).click();
    await this.page.locator('#jam[aria-busy="false"]').waitFor();
  }

  // 'telegram' or 'whatsapp'
  async look(name) {
    await this.page.locator(`#tampilan-${name}`).check();
    await this.page.locator(`html[data-look="${name}"]`).waitFor();
  }

  async fault(kind, seconds) {
    if (seconds) await this.page.locator(`#gangguan-${kind}-detik`).fill(String(seconds));
    await this.page.locator(`#gangguan-${kind}`).click();
    await this.page.locator('.log-gangguan').first().waitFor();
  }

  async toast(text) {
    await this.page.locator('.toast').filter({ hasText: text }).first().waitFor();
  }

  async choose(number, name) {
    await this.phone(number).locator('.owner').click();
    await this.page.locator('dialog .person').filter({ hasText: name }).click();
    await this.phone(number).locator('.owner-name', { hasText: name }).waitFor();
  }

  screenshot(name) {
    return this.page.screenshot({ path: path.join(build, 'screens', `${name}.png`) });
  }

  // The serious and critical findings of axe-core, one line each.
  async findings() {
    // Not as a script of the page: its policy forbids that.
    await this.page.evaluate(`${axe_source}; undefined`);
    return this.page.evaluate(async () => {
      const { violations } = await window.axe.run(document);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.target} ${node.failureSummary ?? ''}`),
        );
    });
  }

  async close() {
    await this.context.close();
    assert.deepEqual(this.errors, [], 'errors of the page');
    assert.deepEqual(this.foreign, [], 'requests to anywhere else');
  }
}
