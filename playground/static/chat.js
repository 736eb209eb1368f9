// What a phone shows of its chat: bubbles, days, typing, the way to the end, toasts and alerts.
import { bubble, dayChip, gathered } from "./bubbles.js";
import { icon, make, refill } from "./dom.js";

const NEAR = 60;
const TOAST = 3500;

export class Chat {
  #drawn = new Map();
  #toastTimer = 0;
  #top = 0;

  /** `hands` is what bubbles call; `pressing(message_id)` differs when its waiting buttons do. */
  constructor(person, hands, pressing) {
    Object.assign(this, { hands, pressing, atEnd: true });
    this.list = make("ol", { class: "messages", role: "log", "aria-label": "Messages", lang: person.language_code });
    this.typing = make("div", { class: "typing", hidden: true, "aria-hidden": "true" }, make("i"), make("i"), make("i"));
    this.scroll = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Chat" }, make("div", { class: "flow" }, this.list, this.typing));
    this.badge = make("span", { class: "badge" });
    this.down = make("button", { type: "button", class: "jump", "aria-label": "To the newest message", hidden: true, onclick: () => this.toEnd() }, icon("down", 22), this.badge);
    this.toast = make("div", { class: "toast", role: "status", hidden: true });
    this.element = make("div", { class: "chat" }, this.scroll, this.down, this.toast);
    this.#follow();
  }

  /** Stays at the end through everything that moves it: new bubbles, pictures that load, a keyboard that opens. */
  #follow() {
    const stay = new ResizeObserver(() => this.atEnd && this.toEnd());
    stay.observe(this.scroll);
    stay.observe(this.scroll.firstChild);
    this.scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /** Only a scroll upwards leaves the end: what grows below while we are on our way to it does not. */
  #scrolled() {
    const near = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR;
    if (near) this.atEnd = true;
    else if (this.scroll.scrollTop < this.#top) this.atEnd = false;
    this.#top = this.scroll.scrollTop;
    this.down.hidden = near;
  }

  toEnd() {
    this.atEnd = true;
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  /** `messages` in order; without any, `bot` introduces itself as Telegram lets it. */
  draw(messages, bot) {
    const rows = [];
    let before = null;
    for (const group of gathered(messages)) {
      rows.push(dayChip(group[0], before), this.#row(group));
      before = group[0];
    }
    refill(this.list, rows.length ? rows : introduction(bot));
  }

  /** A row is kept while its messages stay the same, so that a sound plays on and a focus stays. */
  #row(group) {
    const signature = JSON.stringify([group, group.map((one) => this.pressing(one.message_id))]);
    const known = this.#drawn.get(group[0].message_id);
    if (known?.signature === signature) return known.row;
    const row = bubble(group, this.hands);
    if (!known) row.classList.add("new");
    this.#drawn.set(group[0].message_id, { signature, row });
    return row;
  }

  jump(id) {
    const row = this.list.querySelector(`[data-id="${id}"]`);
    row?.scrollIntoView({ block: "center", behavior: "smooth" });
    row?.classList.add("found");
    setTimeout(() => row?.classList.remove("found"), 1200);
  }

  say(text) {
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.#toastTimer);
    this.#toastTimer = setTimeout(() => (this.toast.hidden = true), TOAST);
  }

  alert(title, text) {
    const dialog = make("dialog", { class: "alert", "aria-label": title }, make("h3", {}, title), make("p", {}, text), make("form", { method: "dialog" }, make("button", {}, "OK")));
    dialog.addEventListener("close", () => dialog.remove());
    this.element.append(dialog);
    dialog.show();
  }
}

function introduction(bot) {
  return make("li", { class: "introduction" },
    make("img", { src: "static/icon.svg", alt: "", width: 56, height: 56 }),
    make("b", {}, "What can this bot do?"),
    make("span", {}, bot.description || "Press START and see."));
}
