// The scrolling list of one phone. Only a stretch of the thread is in the page; scrolling up or down
// moves the stretch, so that a long thread costs no more than a short one.

import { bubble } from './bubble.js';
import { h, show_children } from './dom.js';

const STRETCH = 120; // Messages in the page at most.
const STEP = 50; // By how many the stretch moves.
const NEAR = 400; // Pixels from an edge where it moves.
const AT_END = 60; // So near to the end, a new message scrolls the list.

// Whether a message looks as it did: nothing of the bot's shows whether it was read.
function looks_alike(one, other) {
  if (one === other || one.dari !== 'bot') return one === other;
  const shown = (message) => JSON.stringify({ ...message, status: null });
  return shown(one) === shown(other);
}

export class Conversation {
  #store;
  #alamat = null;
  #actions;
  #start = 0;
  #end = 0;
  #elements = new Map(); // id -> {element, message, previous}
  #busy = false;
  #on_failure;

  // `actions` are those of bubble(); `on_current(element, message)` is told which message is chosen.
  constructor(store, actions, on_current, on_failure) {
    this.#store = store;
    this.#actions = actions;
    this.#on_failure = on_failure;
    this.list = h('ol', { class: 'messages', on: { keydown: (event) => this.#key(event) } });
    this.scroller = h(
      'div',
      { class: 'scroller', on: { scroll: () => this.#scrolled() } },
      this.list,
    );
    this.newer = h(
      'button',
      { class: 'to-end', type: 'button', hidden: true, on: { click: () => this.to_end() } },
      'Ke pesan terbaru',
    );
    this.list.addEventListener('focusin', (event) =>
      this.#choose(event.target.closest('.message'), on_current),
    );
    this.list.addEventListener('pointerover', (event) =>
      this.#choose(event.target.closest('.message'), on_current),
    );
    this.list.addEventListener('pointerdown', (event) =>
      this.#choose(event.target.closest('.message'), on_current),
    );
    this.current = null;
    // The height of the list changes with the composer, the window and the pictures.
    new ResizeObserver(() => this.#follow && this.#scroll_down()).observe(this.scroller);
    new ResizeObserver(() => this.#follow && this.#scroll_down()).observe(this.list);
  }

  #follow = true;

  get #thread() {
    return this.#store.thread(this.#alamat);
  }

  show(alamat, name) {
    this.#alamat = alamat;
    this.#elements.clear();
    this.current = null;
    this.list.setAttribute('aria-label', `Percakapan ${name} dengan SKP Bot`);
    this.#stand_at_end();
    this.#render();
    this.#scroll_down();
  }

  changed(what) {
    const was_at_end = this.#follow;
    if (what === 'all') this.#elements.clear();
    if (was_at_end || what === 'all') this.#stand_at_end();
    this.#render();
    if (was_at_end || what === 'all') this.#scroll_down();
    this.#show_way_back();
  }

  to_end() {
    this.#stand_at_end();
    this.#render();
    this.#scroll_down();
    this.#show_way_back();
  }

  // Shows a message that is loaded and puts the focus on it. Returns false if it is not loaded.
  jump(id) {
    const index = this.#thread.messages.findIndex((message) => message.id === id);
    if (index < 0) return false;
    this.#follow = false;
    if (index < this.#start || index >= this.#end) {
      this.#start = Math.max(0, index - STEP);
      this.#end = Math.min(this.#thread.messages.length, this.#start + STRETCH);
      this.#render();
    }
    const element = this.#elements.get(id).element;
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
    return true;
  }

  #stand_at_end() {
    this.#follow = true;
    this.#end = this.#thread.messages.length;
    this.#start = Math.max(0, this.#end - STEP);
  }

  #scroll_down() {
    this.#follow = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #element(message, previous) {
    const known = this.#elements.get(message.id);
    if (known && looks_alike(known.message, message) && known.previous === previous?.id) {
      known.message = message;
      return known.element;
    }
    const element = bubble(message, previous, this.#actions);
    this.#elements.set(message.id, { element, message, previous: previous?.id });
    if (known && this.current === known.element) this.current = null;
    return element;
  }

  #render() {
    const { messages } = this.#thread;
    const focused = this.list.contains(document.activeElement)
      ? document.activeElement.closest('.message')?.dataset.id
      : null;
    const wanted = messages
      .slice(this.#start, this.#end)
      .map((message, index) => this.#element(message, messages[this.#start + index - 1] ?? null));
    show_children(this.list, wanted);
    for (const id of this.#elements.keys()) {
      if (!this.#elements.get(id).element.isConnected) this.#elements.delete(id);
    }
    if (focused && !this.list.contains(document.activeElement))
      this.#elements.get(focused)?.element.focus();
    this.#rove();
  }

  // One message can be reached with Tab: the chosen one, else the last.
  #rove() {
    if (!this.current?.isConnected) this.current = null;
    for (const element of this.list.querySelectorAll('.message[tabindex="0"]'))
      element.setAttribute('tabindex', '-1');
    (this.current ?? this.list.lastElementChild)?.setAttribute('tabindex', '0');
  }

  #choose(element, on_current) {
    if (!element || element === this.current) return;
    this.current = element;
    this.#rove();
    on_current(element, this.#thread.get(element.dataset.id));
  }

  #key(event) {
    if (event.target !== this.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' };
    if (steps[event.key]) {
      event.preventDefault();
      this.current[steps[event.key]]?.focus();
    } else if (event.key === 'End') {
      event.preventDefault();
      this.to_end();
      this.list.lastElementChild?.focus();
    } else if (event.key === 'Home') {
      event.preventDefault();
      this.list.firstElementChild?.focus();
    } else {
      this.#actions.shortcut(event, this.#thread.get(this.current.dataset.id));
    }
  }

  async #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const from_end = scrollHeight - scrollTop - clientHeight;
    this.#follow = from_end < AT_END && this.#end === this.#thread.messages.length;
    this.#show_way_back();
    if (this.#busy || this.#alamat === null) return;
    if (scrollTop < NEAR) await this.#go_up();
    else if (from_end < NEAR) this.#go_down();
  }

  async #go_up() {
    if (this.#start === 0) {
      if (!this.#thread.more || this.#thread.messages.length === 0) return;
      const alamat = this.#alamat;
      this.#busy = true;
      try {
        const fresh = await this.#store.load_older(alamat);
        if (alamat !== this.#alamat || fresh === 0) return;
        this.#start = fresh;
        this.#end += fresh;
      } catch (failure) {
        this.#on_failure(failure);
        return;
      } finally {
        this.#busy = false;
      }
    }
    this.#keep_place(() => {
      this.#start = Math.max(0, this.#start - STEP);
      this.#end = Math.min(this.#end, this.#start + STRETCH);
    });
  }

  #go_down() {
    const count = this.#thread.messages.length;
    if (this.#end === count) return;
    this.#keep_place(() => {
      this.#end = Math.min(count, this.#end + STEP);
      this.#start = Math.max(this.#start, this.#end - STRETCH);
    });
  }

  // Moves the stretch; what the person looks at stays where it is on the screen. Measured at the
  // bubble: the heading of a day above it may go.
  #keep_place(move) {
    const top_of = (element) => element.querySelector('.message-body').getBoundingClientRect().top;
    const edge = this.scroller.getBoundingClientRect().top;
    const seen = [...this.list.children].find(
      (element) => element.getBoundingClientRect().bottom > edge,
    );
    const before = seen ? top_of(seen) : 0;
    move();
    this.#render();
    const element = this.#elements.get(seen?.dataset.id)?.element;
    if (element) this.scroller.scrollTop += top_of(element) - before;
  }

  #show_way_back() {
    this.newer.hidden = this.#follow;
  }
}
