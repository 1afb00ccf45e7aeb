// What happens in the program, live. Reconnects by itself and goes on from the last event it saw.

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 4_000;
const KINDS = ['pesan', 'jam', 'catatan', 'mengetik'];

// `on_event(kind, data)` gets each event once and in order. `on_lost()` is called when the
// connection breaks, `on_back(cursor)` before each new attempt; it may give back a cursor to go on
// from (after a restart), and throws if the program cannot be reached yet.
export class Stream {
  #cursor;
  #source = null;
  #wait = FIRST_WAIT_MS;
  #handlers;

  constructor(cursor, handlers) {
    this.#cursor = cursor;
    this.#handlers = handlers;
    this.#open();
  }

  get cursor() {
    return this.#cursor;
  }

  #open() {
    const source = new EventSource(`/demo/events?cursor=${encodeURIComponent(this.#cursor)}`);
    this.#source = source;
    source.onopen = () => {
      this.#wait = FIRST_WAIT_MS;
      this.#handlers.on_open();
    };
    // The browser's own repeat gives up after an answer that is not 200; this one never does.
    source.onerror = () => {
      source.close();
      if (this.#source !== source) return;
      this.#source = null;
      this.#handlers.on_lost();
      this.#later();
    };
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => {
        if (event.lastEventId) this.#cursor = event.lastEventId;
        this.#handlers.on_event(kind, JSON.parse(event.data), event.lastEventId);
      });
    }
  }

  #later() {
    setTimeout(async () => {
      try {
        this.#cursor = (await this.#handlers.on_back(this.#cursor)) ?? this.#cursor;
        this.#open();
      } catch {
        this.#later();
      }
    }, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }
}
