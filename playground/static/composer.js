// The lower part of a phone: the field to write in, the reply keyboard, and the panels that open above it.
import { icon, make, refill, signButton } from "./dom.js";

/** Holds what is being written, what it answers or edits, and which panel is open; `phone` does the acts. */
export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.about = null;
    this.folded = false;
    this.field = this.#field();
    this.banner = make("div", { class: "banner", hidden: true });
    this.panel = make("div", { class: "panel", hidden: true });
    this.keys = make("div", { class: "keys", hidden: true });
    this.start = make("button", { type: "button", class: "start", onclick: () => phone.begin() }, "START");
    this.line = this.#line();
    this.element = make("div", { class: "composer" }, this.panel, this.banner, this.line, this.start, this.keys);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.#escape());
    this.#weighed();
  }

  #field() {
    const id = `field-${this.phone.id}`;
    const field = make("textarea", { id, rows: 1, maxlength: 4096, placeholder: "Message", "aria-label": `Message from ${this.phone.person.first_name}`, lang: this.phone.person.language_code });
    field.addEventListener("input", () => this.#weighed());
    field.addEventListener("keydown", (event) => this.#typed(event));
    return field;
  }

  #line() {
    this.menu = signTextButton("/", "Commands", () => this.toggle("commands"));
    this.fold = signButton("keyboard", "Show or hide the keyboard", () => this.foldKeys(!this.folded));
    this.phrases = signButton("phrases", "Ready-made phrases", () => this.toggle("phrases"));
    this.clip = signButton("clip", "Attach", () => this.toggle("attach"));
    this.sendButton = signButton("send", "Send", () => this.send(), { class: "go" });
    return make("div", { class: "line" }, this.clip, this.field, this.menu, this.phrases, this.fold, this.sendButton);
  }

  #typed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  #weighed() {
    this.element.classList.toggle("filled", this.field.value.trim() !== "");
  }

  #escape() {
    if (!this.panel.hidden) this.close();
    else this.speakAbout(null);
    this.field.focus();
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    const about = this.about;
    const done = about?.editing ? await this.phone.edits(about.message, text) : await this.phone.says(text, about?.message);
    if (!done) return;
    this.write("");
    this.speakAbout(null);
  }

  write(text) {
    this.field.value = text;
    this.#weighed();
  }

  /** `{message, editing, title, text}` or null: the strip over the field that says what the words belong to. */
  speakAbout(about) {
    this.about = about;
    this.banner.hidden = about === null;
    if (about === null) return;
    refill(this.banner, icon(about.editing ? "edit" : "reply", 20),
      make("div", {}, make("b", {}, about.title), make("span", {}, about.text)),
      this.#mayEdit(about) ? signButton("edit", "Edit it instead", () => this.phone.changes(about.message)) : null,
      signButton("close", "Never mind", () => this.speakAbout(null)));
    if (about.editing) this.write(about.text);
    this.field.focus();
  }

  /** A finger cannot hover over a bubble to find its pencil. */
  #mayEdit({ editing, message }) {
    return !editing && message.outgoing && message.text;
  }

  toggle(name) {
    if (!this.panel.hidden && this.panel.dataset.name === name) return this.close();
    this.open(name, this.phone.panel(name));
  }

  open(name, ...content) {
    this.panel.dataset.name = name;
    this.panel.hidden = false;
    refill(this.panel, ...content);
    this.panel.querySelector("button, input, label")?.focus({ preventScroll: true });
  }

  close() {
    this.panel.hidden = true;
    refill(this.panel);
  }

  /** The three faces of a chat: before the first word, blocked, and talking. */
  face(name) {
    this.element.dataset.face = name;
    this.start.textContent = name === "blocked" ? "UNBLOCK" : "START";
  }

  commands(list) {
    this.menu.hidden = list.length === 0;
    if (this.panel.dataset.name === "commands" && !this.panel.hidden) this.open("commands", this.phone.panel("commands"));
  }

  keyboard(markup) {
    const rows = markup?.keyboard ?? [];
    this.fold.hidden = rows.length === 0;
    this.field.placeholder = markup?.input_field_placeholder ?? "Message";
    refill(this.keys, ...rows.map((row) => make("div", { class: "keys-row" }, ...row.map((key) => this.#key(key, markup)))));
    this.foldKeys(rows.length === 0);
    if (markup?.force_reply) this.field.focus();
  }

  #key(key, markup) {
    const text = key.text ?? key;
    const press = () => {
      if (markup.one_time_keyboard) this.foldKeys(true);
      this.phone.pressesKey(key);
    };
    return make("button", { type: "button", class: "reply-key", onclick: press }, text);
  }

  foldKeys(folded) {
    this.folded = folded;
    this.keys.hidden = folded || this.keys.children.length === 0;
    this.fold.setAttribute("aria-expanded", String(!this.keys.hidden));
    this.fold.classList.toggle("on", !this.keys.hidden);
  }
}

function signTextButton(sign, label, onclick) {
  return make("button", { type: "button", class: "sign slash", "aria-label": label, title: label, onclick, hidden: true }, make("span", { "aria-hidden": "true" }, sign));
}
