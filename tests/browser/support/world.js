// The real program with a database of its own, started and restarted as bot/demo.sh does it.

import { execFile, spawn } from 'node:child_process';
import { openSync, watchFile, unwatchFile, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { until } from './until.js';

const run = promisify(execFile);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const {
  SKPBOT_BINARY: binary,
  SKPBOT_BROWSER_BUILD: build,
  SKPBOT_BROWSER_CLUSTER: cluster,
} = process.env;
const cluster_pid = Number(process.env.SKPBOT_BROWSER_CLUSTER_PID);

export const START = '2026-04-27T08:00:00+07:00';

let databases = 0;

function database_url(name) {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}

async function psql(url, sql) {
  const { stdout } = await run('psql', ['-qXAt', '-v', 'ON_ERROR_STOP=1', url, '-c', sql]);
  return stdout.trim();
}

// Below the range from which outgoing connections take theirs, so that it is still free when the
// program starts again.
async function free_port() {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = net.createServer();
    const is_free = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (is_free) return port;
  }
}

export class World {
  restarts = 0; // How often the program was started again after it ended by itself.
  database_restarts = 0;
  #child = null;
  #ending = false;
  #options;

  // `seed`: the demo data is imported; `demo`: `serve --demo`.
  static async start({ seed = true, demo = true } = {}) {
    const world = new World();
    world.#options = { demo };
    databases += 1;
    world.name = `browser_${process.pid}_${databases}`;
    world.database = database_url(world.name);
    world.port = await free_port();
    world.url = `http://127.0.0.1:${world.port}`;
    world.requests = path.join(build, 'logs', `${world.name}.requests`);
    await psql(database_url('postgres'), `CREATE DATABASE ${world.name}`);
    await world.#program('migrate');
    if (seed) await world.#program('import', path.join(root, 'bot/demo'));
    world.#serve();
    world.#watch_requests();
    await world.ready();
    return world;
  }

  // One value or one line per row, columns separated by '|'.
  sql(text) {
    return psql(this.database, text);
  }

  async number(text) {
    return Number(await this.sql(text));
  }

  ready() {
    return until(
      'the program is ready',
      async () => (await fetch(`${this.url}/readyz`)).ok,
      30_000,
    );
  }

  // Ends the program as a power cut does; it is started again.
  kill() {
    this.#child.kill('SIGKILL');
  }

  async stop() {
    this.#ending = true;
    unwatchFile(this.requests);
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }

  get #environment() {
    return {
      PATH: process.env.PATH,
      SKPBOT_DATABASE_URL: this.database,
      SKPBOT_LISTEN: `127.0.0.1:${this.port}`,
      SKPBOT_EVIDENCE_DIR: path.join(build, 'logs', `${this.name}.evidence`),
    };
  }

  #program(...parameters) {
    return run(binary, parameters, { env: this.#environment });
  }

  #serve() {
    const log = openSync(path.join(build, 'logs', `${this.name}.log`), 'a');
    const demo = ['--demo', '--clock', START, '--requests', this.requests];
    const parameters = ['serve', ...(this.#options.demo ? demo : [])];
    // It ends with the test, even if the test is killed.
    this.#child = spawn('setpriv', ['--pdeathsig', 'KILL', binary, ...parameters], {
      env: this.#environment,
      stdio: ['ignore', log, log],
    });
    this.#child.once('exit', () => {
      if (this.#ending) return;
      this.restarts += 1;
      this.#serve();
    });
  }

  // What the program asks its script for: a restart of PostgreSQL.
  #watch_requests() {
    writeFileSync(this.requests, '');
    watchFile(this.requests, { interval: 50 }, (now, before) => {
      if (now.size <= before.size) return;
      this.database_restarts += 1;
      process.kill(cluster_pid, 'SIGHUP');
    });
  }
}
