// Text as Telegram draws it: entities count UTF-16 units, which is how JavaScript counts too.
import { make } from "./dom.js";

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** The nodes for `text`; `follow(kind, value)` is called for a link, a command or a bot's start link. */
export function written(text, entities, follow) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, ordered, follow);
}

function between(text, from, to, entities, follow) {
  const nodes = [];
  let at = from;
  while (entities.length && entities[0].offset < to) {
    const entity = entities.shift();
    if (entity.offset < at) continue;
    const end = Math.min(entity.offset + entity.length, to);
    nodes.push(...bare(text.slice(at, entity.offset), follow));
    const inside = between(text, entity.offset, end, within(entities, end), follow);
    nodes.push(drawn(entity, text.slice(entity.offset, end), inside, follow));
    at = end;
  }
  return [...nodes, ...bare(text.slice(at, to), follow)];
}

function within(entities, end) {
  const inner = [];
  while (entities.length && entities[0].offset < end) inner.push(entities.shift());
  return inner;
}

function drawn(entity, value, inside, follow) {
  if (entity.type === "text_link") return link(entity.url, inside, follow);
  if (entity.type === "url") return link(/^[a-z]+:\/\//i.test(value) ? value : `https://${value}`, [value], follow);
  if (entity.type === "bot_command") return command(value, follow);
  if (entity.type === "email") return make("a", { href: `mailto:${value}` }, value);
  if (entity.type === "phone_number") return make("a", { href: `tel:${value}` }, value);
  if (entity.type === "spoiler") return spoiler(inside);
  if (entity.type in PLAIN) return make(PLAIN[entity.type], {}, ...inside);
  return make("span", { class: `entity-${entity.type}` }, ...inside);
}

/** Telegram marks addresses itself; where a mark is missing an address still has to open. */
function bare(text, follow) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    nodes.push(text.slice(at, found.index), link(found[0], [found[0]], follow));
    at = found.index + found[0].length;
  }
  return [...nodes, text.slice(at)].filter((node) => node !== "");
}

function link(address, inside, follow) {
  const safe = /^(https?|tg|mailto|tel):/i.test(address) ? address : "#";
  const open = (event) => {
    if (follow("link", address)) event.preventDefault();
    event.stopPropagation();
  };
  return make("a", { href: safe, target: "_blank", rel: "noopener noreferrer", onclick: open }, ...inside);
}

function command(value, follow) {
  const say = (event) => {
    event.stopPropagation();
    follow("command", value);
  };
  return make("button", { type: "button", class: "command", onclick: say }, value);
}

function spoiler(inside) {
  const show = (event) => {
    event.stopPropagation();
    event.currentTarget.classList.add("shown");
  };
  return make("span", { class: "spoiler", onclick: show }, ...inside);
}

/** Every address in the words and on the buttons of a message. */
export function linksIn(message) {
  const text = message.text ?? message.caption ?? "";
  const hidden = (message.entities ?? message.caption_entities ?? []).map((entity) => entity.url);
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat().map((key) => key.url);
  return [...(text.match(ADDRESS) ?? []), ...hidden, ...buttons].filter(Boolean);
}

/** The payload of `https://t.me/BOT?start=…` or `tg://resolve?domain=BOT&start=…`, else null. */
export function startPayload(address, username) {
  let url;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  const bot = url.protocol === "tg:" ? url.searchParams.get("domain") : url.pathname.slice(1);
  const here = url.protocol === "tg:" || ["t.me", "telegram.me"].includes(url.hostname);
  if (!here || bot?.toLowerCase() !== username.toLowerCase()) return null;
  return url.searchParams.get("start") ?? "";
}
