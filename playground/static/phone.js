// One phone: what its owner does goes out as acts, and it changes only by events of the local Telegram.
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { make, signButton } from "./dom.js";
import { linksIn, startPayload } from "./entities.js";
import { summary } from "./media.js";
import { attachPanel, commandsPanel, linkPanel, morePanel, phrasesPanel, placesPanel } from "./panels.js";
import { Presses } from "./presses.js";
import { upload } from "./socket.js";

const TYPING = 5500;

export class Phone {
  static held = null;

  /** `shared` holds what all phones know: `{line, places, links(phone)}`; `noticed(phone)` hears when the unread count changes. */
  constructor(state, shared, noticed) {
    Object.assign(this, { id: state.chat, person: state.person, role: state.role, phrases: state.phrases, shared, noticed });
    this.messages = new Map();
    this.presses = new Presses(() => this.draw(), (text) => this.chat.say(text));
    this.chat = new Chat(this.person, this.#hands(), (id) => this.presses.of(id));
    this.composer = new Composer(this);
    this.#build();
    this.load(state);
  }

  #build() {
    this.title = make("b", { class: "bot-name" });
    this.subtitle = make("small", { class: "subtitle" }, "bot");
    const frame = make("div", { class: "frame" }, this.#header(), this.chat.element, this.composer.element);
    this.element = make("section", { class: "phone", id: `phone-${this.id}`, "aria-label": `${this.person.first_name}, ${this.role.title}` }, this.#owner(), frame);
    for (const sign of ["pointerdown", "focusin", "wheel"]) this.element.addEventListener(sign, () => this.seen(), { passive: true });
  }

  #owner() {
    const name = [this.person.first_name, this.person.last_name].filter(Boolean).join(" ");
    const face = make("span", { class: `face face-${this.role.key}`, "aria-hidden": "true" }, this.person.first_name.slice(0, 1));
    return make("div", { class: "owner" }, face, make("div", {}, make("h2", {}, name), make("p", {}, this.role.title)));
  }

  #header() {
    const link = signButton("link", "Open a link on this phone", () => this.composer.toggle("link"));
    const more = signButton("more", "More", () => this.composer.toggle("more"));
    const avatar = make("img", { class: "avatar", src: "static/icon.svg", alt: "", width: 38, height: 38 });
    return make("header", { class: "head" }, avatar, make("div", { class: "head-words" }, this.title, this.subtitle), link, more);
  }

  /** Takes a whole state: at the start, and again after the line was lost. */
  load(state) {
    this.messages = new Map(state.messages.map((message) => [message.message_id, message]));
    const { started, blocked, commands, bot, username } = state;
    Object.assign(this, { started, blocked, commands, bot, username });
    this.composer.commands(commands);
    this.composer.keyboard(state.keyboard);
    this.draw();
    this.chat.toEnd();
    this.#counted(state.unread);
  }

  hear(event) {
    const deeds = {
      message: this.#arrived, edit: this.#changed, delete: this.#gone, keyboard: this.#keyboard,
      typing: this.#types, commands: this.#commanded, press: this.#answered, contact: this.#contact,
    };
    deeds[event.type]?.call(this, event);
  }

  #arrived({ message }) {
    this.messages.set(message.message_id, message);
    this.#quiet();
    if (message.outgoing) this.chat.atEnd = true;
    else if (!this.#attended()) this.#counted(this.unread + 1);
    this.draw();
  }

  #changed({ message }) {
    this.messages.set(message.message_id, message);
    this.draw();
  }

  #gone({ message_id: id }) {
    this.messages.delete(id);
    this.draw();
  }

  #keyboard({ keyboard }) {
    this.composer.keyboard(keyboard);
  }

  #commanded({ commands }) {
    this.commands = commands;
    this.composer.commands(commands);
  }

  #contact({ started, blocked }) {
    Object.assign(this, { started, blocked });
    this.draw();
  }

  #types() {
    this.chat.typing.hidden = false;
    this.subtitle.textContent = "typing …";
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.#quiet(), TYPING);
  }

  #quiet() {
    this.chat.typing.hidden = true;
    this.subtitle.textContent = "bot";
  }

  #answered(event) {
    if (!event.answered) return;
    this.presses.answered(event.query_id);
    if (event.text && event.alert) this.chat.alert(this.bot.name, event.text);
    else if (event.text) this.chat.say(event.text);
  }

  draw() {
    const ordered = [...this.messages.values()].sort((one, other) => one.message_id - other.message_id);
    this.title.textContent = this.bot.name;
    this.chat.draw(ordered, this.bot);
    this.composer.face(this.blocked ? "blocked" : ordered.length ? "talk" : "empty");
  }

  #hands() {
    return {
      reply: (message) => this.#answers(message),
      edit: (message) => this.changes(message),
      press: (message, key) => this.#presses(message, key),
      vote: (message, options) => this.act("votes", { message_id: message.message_id, options }),
      pressing: (id, data) => this.presses.has(id, data),
      follow: (kind, value) => this.#follows(kind, value),
      name: () => this.bot.name,
      jump: (id) => this.chat.jump(id),
    };
  }

  #answers(message) {
    const title = message.outgoing ? "Reply to yourself" : `Reply to ${this.bot.name}`;
    this.composer.speakAbout({ message, editing: false, title, text: summary(message) });
  }

  changes(message) {
    this.composer.speakAbout({ message, editing: true, title: "Edit message", text: message.text });
  }

  /** Resolves with what came of the act, or with null after saying why it was refused. */
  async act(act, details = {}) {
    this.composer.close();
    try {
      return await this.shared.line.act(act, { person: this.id, ...details });
    } catch (problem) {
      this.chat.say(problem.message);
      return null;
    }
  }

  begin() {
    return this.blocked ? this.act("unblocks") : this.act("starts", { payload: "" });
  }

  says(text, original = null) {
    return this.act("says", { text, reply_to: original?.message_id ?? null });
  }

  edits(message, text) {
    return this.act("edits", { message_id: message.message_id, text });
  }

  #presses(message, key) {
    const details = { message_id: message.message_id, data: key.callback_data };
    this.presses.press(message.message_id, key.callback_data, () => this.act("taps", details));
  }

  pressesKey(key) {
    if (key.request_location) return this.#asksWhere();
    if (key.request_contact) return this.act("sends_contact");
    return this.says(key.text ?? key);
  }

  attaches(kind) {
    return kind === "places" ? this.#asksWhere() : this.act(`sends_${kind}`, { caption: this.#caption() });
  }

  async uploads(kind, file) {
    if (!file) return;
    this.composer.close();
    try {
      await upload(file, { person: this.id, kind, caption: this.#caption() });
    } catch (problem) {
      this.chat.say(problem.message);
    }
  }

  #caption() {
    const caption = this.composer.field.value.trim();
    this.composer.write("");
    return caption;
  }

  #asksWhere() {
    const send = (latitude, longitude) => this.act("sends_location", { latitude, longitude });
    this.composer.open("places", placesPanel(this.shared.places, send));
  }

  panel(name) {
    const panels = {
      attach: () => attachPanel(this),
      commands: () => commandsPanel(this.commands, (text) => this.says(text)),
      phrases: () => phrasesPanel(this.phrases, (text) => this.#writes(text), this.person.language_code),
      link: () => linkPanel(this.shared.links(this), (address) => this.#opens(address)),
      more: () => morePanel(this),
    };
    return panels[name]();
  }

  #writes(text) {
    this.composer.close();
    this.composer.write(text);
    this.composer.field.focus();
  }

  /** The newest link to this bot that can be read on this phone, or null. */
  startLink() {
    const texts = [...this.messages.values()].reverse().flatMap((message) => linksIn(message));
    return texts.find((address) => startPayload(address, this.username)) ?? null;
  }

  #opens(address) {
    if (this.#follows("link", address)) return null;
    return `This is no link of @${this.username}.`;
  }

  /** True when the phone itself deals with it, so that the browser must not. */
  #follows(kind, value) {
    const payload = kind === "command" ? null : startPayload(value, this.username);
    if (kind === "command") this.says(value);
    if (payload !== null) this.act("starts", { payload });
    return kind === "command" || payload !== null;
  }

  /** Whoever touched this phone last looks at it still, as long as its newest message is in sight. */
  #attended() {
    return Phone.held === this && document.visibilityState === "visible" && this.chat.atEnd;
  }

  #counted(unread) {
    this.unread = unread;
    this.chat.badge.textContent = unread || "";
    this.element.classList.toggle("unread", unread > 0);
    this.noticed(this);
  }

  seen() {
    Phone.held = this;
    if (!this.unread) return;
    this.#counted(0);
    this.shared.line.act("reads", { person: this.id }).catch(() => null);
  }
}
