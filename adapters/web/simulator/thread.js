// The messages of one person, oldest first, each id once. No page and no network in here.

export class Thread {
  messages = [];
  more = true; // Older messages may exist that are not loaded.
  loaded = false; // The newest page was read.
  #at = new Map(); // id -> {message, tick}
  #tick = 0;

  // A moment to hand to merge_page: what arrived after it is newer than the page.
  now() {
    return this.#tick;
  }

  get(id) {
    return this.#at.get(id)?.message ?? null;
  }

  // Takes in a live message. Returns 'new', 'changed', or 'passed' if it is older than everything
  // loaded and will be read with its page.
  upsert(message) {
    this.#tick += 1;
    const known = this.#at.get(message.id);
    this.#at.set(message.id, { message, tick: this.#tick });
    if (known) {
      this.messages[this.messages.indexOf(known.message)] = message;
      return 'changed';
    }
    const first = this.messages[0];
    if (this.loaded && this.more && first && Date.parse(message.pada) < Date.parse(first.pada)) {
      this.#at.delete(message.id);
      return 'passed';
    }
    this.messages.push(message);
    return 'new';
  }

  // Takes in the newest page, asked for at `asked` (see now()). What is already here and older
  // stays if the page follows on it without a gap.
  merge_page({ pesan, lagi }, asked) {
    const in_page = new Set(pesan.map((message) => message.id));
    const first = this.messages.findIndex((message) => in_page.has(message.id));
    const joined = first >= 0 && this.loaded;
    const head = joined ? this.messages.slice(0, first) : [];
    const tail = this.messages.filter(
      (message) =>
        !in_page.has(message.id) &&
        this.#at.get(message.id).tick > asked &&
        !head.includes(message),
    );
    const page = pesan.map((message) => this.#newer(message, asked));
    this.#replace([...head, ...page, ...tail]);
    this.more = joined && head.length > 0 ? this.more : lagi;
    this.loaded = true;
  }

  // Takes in the page before the oldest message here. Returns how many were new.
  merge_older({ pesan, lagi }) {
    const fresh = pesan.filter((message) => !this.#at.has(message.id));
    this.#replace([...fresh, ...this.messages]);
    this.more = lagi;
    return fresh.length;
  }

  #newer(message, asked) {
    const known = this.#at.get(message.id);
    return known && known.tick > asked ? known.message : message;
  }

  #replace(messages) {
    const ticks = this.#at;
    this.#at = new Map(
      messages.map((message) => [
        message.id,
        { message, tick: ticks.get(message.id)?.tick ?? this.#tick },
      ]),
    );
    this.messages = messages;
  }
}
