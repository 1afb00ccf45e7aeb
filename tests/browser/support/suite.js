// One world and one browser for the tests of a file.

import { after, before } from 'node:test';

import { launch } from './browser.js';
import { World } from './world.js';

// { world, browser }, filled before the first test of the file and ended after the last.
export function suite(options) {
  const parts = {};
  before(async () => {
    parts.world = await World.start(options);
    parts.browser = await launch();
  });
  after(async () => {
    await parts.browser?.close();
    await parts.world?.stop();
  });
  return parts;
}
