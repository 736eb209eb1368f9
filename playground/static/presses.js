// The buttons that were pressed and wait for the bot's answer; a press ends with it, or when patience does.

const PATIENCE = 20000;

export class Presses {
  #waiting = new Map();
  #early = new Set();

  /** `changed()` draws anew; `complain(text)` says that the bot stayed silent. */
  constructor(changed, complain) {
    this.changed = changed;
    this.complain = complain;
  }

  has(message, data) {
    return this.#waiting.has(`${message}:${data}`);
  }

  /** The waiting buttons of one message, as a text that differs when they do. */
  of(message) {
    return [...this.#waiting.keys()].filter((name) => name.startsWith(`${message}:`)).join();
  }

  /** Presses by `tap()`, which resolves with `{query_id, answered}`, or with null when it was refused. */
  async press(message, data, tap) {
    const name = `${message}:${data}`;
    if (this.#waiting.has(name)) return;
    const timer = setTimeout(() => this.#silent(name), PATIENCE);
    this.#waiting.set(name, { timer, query: null });
    this.changed();
    const done = await tap();
    if (!done || done.answered || this.#early.delete(done.query_id)) return this.#end(name);
    const press = this.#waiting.get(name);
    if (press) press.query = done.query_id;
  }

  /** The answer may come before the press itself is confirmed: then it is kept for it. */
  answered(query) {
    const name = [...this.#waiting].find(([, press]) => press.query === query)?.[0];
    if (name) this.#end(name);
    else this.#early.add(query);
  }

  #silent(name) {
    this.#end(name);
    this.complain("The bot did not answer this button.");
  }

  #end(name) {
    clearTimeout(this.#waiting.get(name)?.timer);
    this.#waiting.delete(name);
    this.changed();
  }
}
