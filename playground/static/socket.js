// The line to the playground: events come in, acts of people go out, and a lost line is taken up again.

const PAUSE = 1000;

export class Line {
  #socket = null;
  #asked = new Map();
  #next = 1;

  /** `heard(event)` gets every event; `changed(connected)` hears of the line itself. */
  constructor(heard, changed) {
    this.heard = heard;
    this.changed = changed;
    this.open();
  }

  open() {
    const address = new URL("page/socket", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    this.#socket = new WebSocket(address);
    this.#socket.onmessage = (frame) => this.#take(JSON.parse(frame.data));
    this.#socket.onopen = () => this.changed(true);
    this.#socket.onclose = () => this.#lost();
  }

  /** Sends an act and resolves with what came of it; rejects with the playground's own words. */
  act(act, details = {}) {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error("The playground does not answer."));
    const ref = this.#next++;
    return new Promise((resolve, reject) => {
      this.#asked.set(ref, { resolve, reject });
      this.#socket.send(JSON.stringify({ ref, act, ...details }));
    });
  }

  #take(event) {
    if (event.type !== "done") return this.heard(event);
    const asked = this.#asked.get(event.ref);
    this.#asked.delete(event.ref);
    if (event.refused) asked?.reject(new Error(event.refused));
    else asked?.resolve(event);
  }

  #lost() {
    this.changed(false);
    for (const { reject } of this.#asked.values()) reject(new Error("The line was lost."));
    this.#asked.clear();
    setTimeout(() => this.open(), PAUSE);
  }
}

/** Hands over a file of this computer; `details` are the act and the person. */
export async function upload(file, details) {
  const form = new FormData();
  for (const [name, value] of Object.entries(details)) form.append(name, value);
  form.append("file", file, file.name);
  const answer = await fetch("page/upload", { method: "POST", body: form });
  if (!answer.ok) throw new Error(await answer.text());
}
