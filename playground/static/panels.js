// What opens above the field: things to attach, places, commands, ready-made phrases, a link to paste.
import { make } from "./dom.js";

const ATTACH = [
  ["🖼", "Sample photo", "photo"], ["🗂", "Album of 3", "album"], ["🎤", "Voice", "voice"],
  ["🎬", "Video", "video"], ["📄", "Picture as file", "document"], ["📍", "Location", "places"],
  ["👤", "Contact", "contact"], ["🙂", "Sticker", "sticker"], ["🎲", "Dice", "dice"],
];

export function attachPanel(phone) {
  const tiles = ATTACH.map(([sign, label, kind]) => tile(sign, label, () => phone.attaches(kind)));
  return make("div", { class: "tiles", role: "group", "aria-label": "Attach" }, ...tiles, ownFile(phone, "photo", "📷", "Own photo", "image/*"), ownFile(phone, "document", "📎", "Own file", ""));
}

function tile(sign, label, onclick) {
  return make("button", { type: "button", class: "tile", onclick }, make("span", { "aria-hidden": "true" }, sign), label);
}

function ownFile(phone, kind, sign, label, accept) {
  const chosen = (event) => phone.uploads(kind, event.target.files[0]);
  const input = make("input", { type: "file", class: "hidden-file", accept: accept || null, onchange: chosen, "data-kind": kind });
  return make("label", { class: "tile" }, input, make("span", { "aria-hidden": "true" }, sign), label);
}

/** Named points to be at, and figures of one's own. */
export function placesPanel(places, send) {
  const known = places.map((place) => row(`📍 ${place.name}`, place.note, () => send(place.latitude, place.longitude)));
  const figures = make("input", { type: "text", inputmode: "decimal", placeholder: "50.9974, 5.5193", "aria-label": "Latitude and longitude", required: true, pattern: "\\s*-?\\d+(\\.\\d+)?\\s*[,;]\\s*-?\\d+(\\.\\d+)?\\s*" });
  const submit = (event) => {
    event.preventDefault();
    send(...figures.value.split(/[,;]/).map(Number));
  };
  return make("div", { class: "list" }, make("h3", {}, "Where is this phone?"), ...known, make("form", { class: "panel-form", onsubmit: submit }, figures, make("button", { type: "submit" }, "Send")));
}

export function commandsPanel(commands, say) {
  return make("div", { class: "list" }, ...commands.map(({ command, description }) => row(description, `/${command}`, () => say(`/${command}`), "command-row")));
}

export function phrasesPanel(phrases, choose, lang) {
  return make("div", { class: "list" }, make("h3", {}, "Ready-made phrases"), ...phrases.map(({ text, meaning }) => row(make("span", { lang }, text), meaning, () => choose(text))));
}

/** A field for `https://t.me/BOT?start=…`, and links to choose from as `{address, label}`; `open` says what is wrong with one. */
export function linkPanel(known, open) {
  const field = make("input", { type: "url", placeholder: "https://t.me/…?start=…", "aria-label": "Link to open on this phone", required: true });
  const wrong = make("p", { class: "wrong", role: "alert" });
  const submit = (event) => {
    event.preventDefault();
    wrong.textContent = open(field.value) ?? "";
  };
  return make("div", { class: "list" }, make("h3", {}, "Open a link on this phone"), make("form", { class: "panel-form", onsubmit: submit }, field, make("button", { type: "submit" }, "Open")), wrong, ...known.map(({ address, label }) => row(label, address, () => open(address), "link-row")));
}

export function morePanel(phone) {
  if (phone.blocked) return make("div", { class: "list" }, row("Unblock the bot", null, () => phone.act("unblocks")));
  return make("div", { class: "list" }, row("Forward a post", "from a channel", () => phone.act("forwards")), row("Block the bot", "as a resident may", () => phone.act("blocks")));
}

function row(main, note, onclick, name = "") {
  return make("button", { type: "button", class: `list-row ${name}`, onclick }, make("span", {}, main), note ? make("small", {}, note) : null);
}
