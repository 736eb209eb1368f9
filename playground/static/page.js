// The page: a line to the playground, its switches, and the phones side by side.
import { make, refill } from "./dom.js";
import { Phone } from "./phone.js";
import { Line } from "./socket.js";

const at = (id) => document.getElementById(id);
const phones = new Map();
const tabs = new Map();
const shared = { places: [], posters: [], line: null, links: linksFor };
const SWITCHES = [
  ["down", ["Telegram ", make("span", { class: "long" }, "is "), "down"], "The bot cannot reach Telegram; people still write"],
  ["too_many", "Too many requests", "Telegram refuses half of the bot's messages for some seconds (429)"],
];
let switches = {};
let bot = { state: "absent" };

const STORY = "story-folded";
at("story").open = innerWidth >= 760 && localStorage.getItem(STORY) === null;
at("story").addEventListener("toggle", () => at("story").open ? localStorage.removeItem(STORY) : localStorage.setItem(STORY, "yes"));

shared.line = new Line(heard, (connected) => (at("offline").hidden = connected));

function heard(event) {
  if (event.type === "hello") return hello(event);
  if (event.type === "switches") return drawSwitches(event);
  if (event.type === "process") return drawBot(event);
  if (event.type === "bot") return renamed(event);
  phones.get(event.chat)?.hear(event);
}

function hello(state) {
  Object.assign(shared, { places: state.places, posters: state.posters });
  refill(at("steps"), ...state.steps.map((step) => make("li", {}, step)));
  for (const phone of state.phones) phones.has(phone.chat) ? phones.get(phone.chat).load(phone) : add(phone);
  drawSwitches(state.switches);
  drawBot(state.process);
}

function add(state) {
  const tab = make("button", { type: "button", class: "tab", onclick: () => choose(state.chat) },
    make("b", {}, state.person.first_name), make("span", {}, state.role.short), make("span", { class: "badge" }));
  tabs.set(state.chat, tab);
  at("tabs").append(tab);
  const phone = new Phone(state, shared, noticed);
  phones.set(state.chat, phone);
  at("phones").append(phone.element);
  noticed(phone);
  if (phones.size === 1) mark(state.chat);
}

/** What this phone could open: the newest start link of each other phone, and what is printed on posters. */
function linksFor(own) {
  const seen = [...phones.values()].filter((phone) => phone !== own).map((phone) => ({ address: phone.startLink(), label: `From ${phone.person.first_name}'s phone` }));
  const printed = shared.posters.map(({ payload, name }) => ({ address: `https://t.me/${own.username}?start=${payload}`, label: name }));
  return [...seen.filter(({ address }) => address), ...printed];
}

function mark(chat) {
  for (const [id, tab] of tabs) tab.setAttribute("aria-current", String(id === chat));
  for (const [id, phone] of phones) phone.element.classList.toggle("chosen", id === chat);
}

function choose(chat) {
  mark(chat);
  const phone = phones.get(chat);
  phone.element.scrollIntoView({ inline: "center", block: "nearest", behavior: "smooth" });
  phone.seen();
}

function noticed(phone) {
  const badge = tabs.get(phone.id)?.querySelector(".badge");
  if (badge) refill(badge, phone.unread ? make("span", {}, String(phone.unread), make("span", { class: "unseen" }, " unread")) : null);
}

/** The bot's names differ by language, so each phone has its own. */
function renamed(event) {
  for (const [chat, known] of Object.entries(event.phones ?? {})) {
    const phone = phones.get(Number(chat));
    if (phone) Object.assign(phone, { bot: known });
    phone?.draw();
  }
}

function drawSwitches(state) {
  switches = state;
  drawBar();
}

function drawBot(state) {
  bot = state;
  drawBar();
  const words = { running: "Bot is running", stopped: "Bot is stopped", starting: "Bot is starting", absent: "No bot started here" };
  at("bot-state").className = `bot-state ${bot.state}`;
  at("bot-state").textContent = words[bot.state];
}

function drawBar() {
  const known = SWITCHES.map(([name, label, title]) => toggle(name, label, title));
  const restart = bot.state === "absent" ? null : make("button", { type: "button", class: "restart", title: "Kills the bot without warning (kill -9) and starts it again: nothing may get lost", disabled: bot.state === "starting", onclick: () => turn("restart") }, bot.state === "stopped" ? "Start bot" : "Restart bot");
  const focused = document.activeElement?.dataset?.switch;
  refill(at("switches"), ...known, restart);
  if (focused) at("switches").querySelector(`[data-switch="${focused}"]`)?.focus();
}

function toggle(name, label, title) {
  const on = Boolean(switches[name]);
  const flip = () => turn("switch", { name, on: !on });
  return make("button", { type: "button", role: "switch", "aria-checked": String(on), class: "switch", title, "data-switch": name, onclick: flip }, make("i", { "aria-hidden": "true" }), make("span", {}, label));
}

function turn(act, details = {}) {
  shared.line.act(act, details).catch((problem) => (at("bot-state").textContent = problem.message));
}
