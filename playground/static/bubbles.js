// One bubble for one message, or for one album: drawn anew whenever the message changes.
import { icon, make } from "./dom.js";
import { written } from "./entities.js";
import { attachment, kindOf, summary } from "./media.js";

const LOOSE = new Set(["sticker", "dice", "video_note"]);
const TIME = new Intl.DateTimeFormat("nl-BE", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });

/** The list of messages as bubbles hold them: an album's messages together, everything else alone. */
export function gathered(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups[groups.length - 1];
    const same = message.media_group_id && last?.[0].media_group_id === message.media_group_id;
    if (same) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

/** `hands` is what a person may do with it: `reply, edit, press, vote, follow, jump, pressing, name`. */
export function bubble(group, hands) {
  const [first] = group;
  const row = make("li", { class: rowClass(group), "data-id": first.message_id });
  const body = make("div", { class: "bubble", onclick: (event) => replyUnlessSelecting(event, group, hands) });
  body.append(...parts(group, hands));
  row.append(body, tools(group, hands));
  const buttons = inlineKeyboard(first, hands);
  if (buttons) row.append(buttons);
  return row;
}

function rowClass(group) {
  const [first] = group;
  const names = ["row", first.outgoing ? "out" : "in"];
  if (first.has_protected_content) names.push("protected");
  if (LOOSE.has(kindOf(first))) names.push("loose");
  if (group.length > 1) names.push("album-row");
  if (["photo", "video", "location", "venue"].includes(kindOf(first))) names.push("wide");
  return names.join(" ");
}

function parts(group, hands) {
  const [first] = group;
  const words = group.find((message) => message.text ?? message.caption) ?? first;
  const text = withoutPayload(words.text ?? words.caption ?? "");
  const pieces = [forwarded(first), quote(first, hands), media(group, hands)];
  if (text) pieces.push(make("div", { class: "words", dir: "auto" }, ...written(text, words.entities ?? words.caption_entities, hands.follow)));
  return [...pieces, stamp(words)].filter(Boolean);
}

/** Telegram shows nobody what a start link carries: it may be an invitation. */
function withoutPayload(text) {
  return text.replace(/^\/start \S+$/, "/start");
}

function media(group, hands) {
  const drawn = group.map((message) => attachment(message, (options) => hands.vote(message, options))).filter(Boolean);
  if (drawn.length < 2) return drawn[0] ?? null;
  return make("div", { class: `album album-${Math.min(drawn.length, 4)}` }, ...drawn);
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.chat?.title ?? "somebody";
  return make("div", { class: "forwarded" }, `Forwarded from ${name}`);
}

function quote(message, hands) {
  const original = message.reply_to_message;
  if (!original) return null;
  const jump = (event) => {
    event.stopPropagation();
    hands.jump(original.message_id);
  };
  const who = original.outgoing ?? original.from?.is_bot === false ? "You" : hands.name();
  return make("button", { type: "button", class: "quote", "aria-label": "Go to the quoted message", onclick: jump }, make("b", {}, who), make("span", {}, message.quote?.text ?? summary(original)));
}

function stamp(message) {
  const edited = message.edit_date ? make("span", {}, "edited ") : null;
  const ticks = message.outgoing ? make("span", { class: "ticks", "aria-label": "sent" }, "✓✓") : null;
  return make("span", { class: "stamp" }, edited, make("time", { datetime: new Date(message.date * 1000).toISOString() }, TIME.format(message.date * 1000)), ticks);
}

function replyUnlessSelecting(event, group, hands) {
  if (event.target.closest("a, button, audio, video") || String(getSelection())) return;
  hands.reply(group[0]);
}

/** For keyboards and screen readers, and for who does not guess that a click on a bubble answers it. */
function tools(group, hands) {
  const [first] = group;
  const reply = make("button", { type: "button", "aria-label": "Reply", title: "Reply", onclick: () => hands.reply(first) }, icon("reply", 18));
  const own = first.outgoing && first.text;
  const edit = own ? make("button", { type: "button", "aria-label": "Edit", title: "Edit", onclick: () => hands.edit(first) }, icon("edit", 18)) : null;
  return make("div", { class: "tools" }, reply, edit);
}

function inlineKeyboard(message, hands) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return make("div", { class: "inline", role: "group", "aria-label": "Buttons of this message" }, ...rows.map((row) => make("div", { class: "inline-row" }, ...row.map((key) => inlineKey(message, key, hands)))));
}

function inlineKey(message, key, hands) {
  if (key.url) return urlKey(key, hands);
  const waiting = hands.pressing(message.message_id, key.callback_data);
  const press = () => hands.press(message, key);
  return make("button", { type: "button", class: waiting ? "key waiting" : "key", "aria-busy": waiting, onclick: press }, make("span", {}, key.text));
}

function urlKey(key, hands) {
  const open = (event) => {
    if (hands.follow("link", key.url)) event.preventDefault();
  };
  const safe = /^(https?|tg):/i.test(key.url) ? key.url : "#";
  return make("a", { class: "key", href: safe, target: "_blank", rel: "noopener noreferrer", onclick: open }, make("span", {}, key.text), make("i", { class: "corner", "aria-hidden": "true" }, "↗"));
}

/** The chip between two days. */
export function dayChip(message, before) {
  const day = DAY.format(message.date * 1000);
  if (before && DAY.format(before.date * 1000) === day) return null;
  return make("li", { class: "day" }, make("span", {}, day));
}
