// What a message carries beside words: each kind is drawn, and played where there are bytes to play.
import { icon, make } from "./dom.js";

const BARS = 28;

export const address = (fileId) => `page/file/${encodeURIComponent(fileId)}`;

const clockTime = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
const size = (bytes) => (bytes === undefined ? "" : bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

const KINDS = {
  photo: (sizes) => photo(sizes[sizes.length - 1]),
  voice: (voice) => sound(voice, "Voice message"),
  audio: (audio) => sound(audio, audio.title ?? audio.file_name ?? "Audio"),
  animation: (animation) => film(animation, "GIF"),
  video: (video) => film(video, "Video"),
  video_note: (note) => film(note, "Video message", "round"),
  document: (file) => document_(file),
  venue: (venue) => place(venue.location, venue.title, venue.address),
  location: (location) => place(location, location.live_period ? "Live location" : "Location"),
  contact: (contact) => contactCard(contact),
  sticker: (sticker) => make("div", { class: "sticker", role: "img", "aria-label": "Sticker" }, sticker.emoji ?? "🙂"),
  dice: (dice) => make("div", { class: "sticker" }, dice.emoji, make("small", {}, String(dice.value))),
  poll: (poll, vote) => pollCard(poll, vote),
};

/** The drawn attachment of a message, or null when it is words alone; `vote(options)` is for polls of the bot. */
export function attachment(message, vote) {
  const kind = kindOf(message);
  return kind ? KINDS[kind](message[kind], message.outgoing ? null : vote) : null;
}

/** A venue carries a location and an animation a document too: the first of KINDS is the one to draw. */
export function kindOf(message) {
  return Object.keys(KINDS).find((kind) => message[kind]) ?? null;
}

/** One line that stands for a message in a quote. */
export function summary(message) {
  const words = message.text ?? message.caption;
  if (words) return words;
  const kind = kindOf(message);
  return kind ? kind.replace("_", " ").replace(/^./, (letter) => letter.toUpperCase()) : "Message";
}

function photo(best) {
  const image = make("img", { src: address(best.file_id), alt: "Photo", width: best.width, height: best.height, loading: "lazy", decoding: "async" });
  image.addEventListener("error", () => image.replaceWith(make("span", { class: "missing" }, "Photo")), { once: true });
  return make("button", { type: "button", class: "photo", "aria-label": "Open photo", onclick: (event) => enlarge(event, best) }, image);
}

function enlarge(event, best) {
  event.stopPropagation();
  const close = () => dialog.close();
  const dialog = make("dialog", { class: "viewer", "aria-label": "Photo", onclick: close }, make("img", { src: address(best.file_id), alt: "Photo" }), make("button", { type: "button", class: "viewer-close" }, "Close"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A player of our own: the sound when it can be played, else a bar that runs for as long as it would last. */
function sound(file, label) {
  const player = new Audio();
  player.preload = "none";
  const button = make("button", { type: "button", class: "play", "aria-label": `Play: ${label}` }, icon("play"));
  const bars = make("span", { class: "bars", "aria-hidden": "true" }, ...Array.from({ length: BARS }, (_, at) => bar(file.file_unique_id ?? "", at)));
  const time = make("span", { class: "duration" }, clockTime(file.duration ?? 0));
  const playback = new Playback(player, file, { button, bars, time });
  button.addEventListener("click", (event) => playback.toggle(event));
  const title = file.title || file.file_name ? make("span", { class: "sound-title" }, label) : null;
  return make("div", { class: "sound" }, button, make("div", { class: "sound-body" }, title, bars, time));
}

function bar(seed, at) {
  const high = 20 + ((seed.charCodeAt(at % (seed.length || 1)) || 7) * (at + 3) * 31) % 80;
  const element = make("i");
  element.style.height = `${high}%`;
  return element;
}

class Playback {
  constructor(player, file, parts) {
    Object.assign(this, { player, file, ...parts, silent: false, started: 0 });
    player.src = address(file.file_id);
    player.addEventListener("ended", () => this.stop());
    player.addEventListener("timeupdate", () => this.draw(player.currentTime, player.duration || file.duration));
  }

  toggle(event) {
    event.stopPropagation();
    if (this.button.classList.contains("playing")) return this.stop();
    this.show("pause");
    this.player.play().catch(() => this.pretend());
  }

  pretend() {
    this.started = performance.now();
    this.timer = setInterval(() => this.tick(), 100);
  }

  tick() {
    const gone = (performance.now() - this.started) / 1000;
    if (gone >= this.file.duration) this.stop();
    else this.draw(gone, this.file.duration);
  }

  stop() {
    clearInterval(this.timer);
    this.player.pause();
    this.player.currentTime = 0;
    this.show("play");
    this.draw(0, 1);
    this.time.textContent = clockTime(this.file.duration ?? 0);
  }

  show(sign) {
    this.button.classList.toggle("playing", sign === "pause");
    this.button.replaceChildren(icon(sign));
  }

  draw(at, whole) {
    this.time.textContent = clockTime(at);
    [...this.bars.children].forEach((one, index) => one.classList.toggle("past", index / BARS < at / whole));
  }
}

function film(file, label, shape = "") {
  const frame = make("div", { class: `film ${shape}` });
  const stub = make("div", { class: "film-stub", role: "img", "aria-label": label }, icon("play", 36));
  const video = make("video", { src: address(file.file_id), controls: true, preload: "metadata", playsinline: true, "aria-label": label });
  video.addEventListener("error", () => video.replaceWith(stub), { once: true });
  frame.append(video, make("span", { class: "film-time" }, clockTime(file.duration ?? 0)));
  return frame;
}

function document_(file) {
  const name = file.file_name ?? "file";
  const stop = (event) => event.stopPropagation();
  return make("a", { class: "file", href: address(file.file_id), download: name, onclick: stop },
    make("span", { class: "file-sign" }, icon("file")),
    make("span", {}, make("b", {}, name), make("small", {}, size(file.file_size))));
}

function place(point, title, note = null) {
  const figures = `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`;
  return make("div", { class: "place" },
    make("div", { class: "map", role: "img", "aria-label": `Map pin at ${figures}` }, make("span", { class: "pin" })),
    make("div", { class: "place-words" }, make("b", {}, title), note ? make("span", {}, note) : null, make("small", {}, figures)));
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return make("div", { class: "contact" }, make("span", { class: "avatar", "aria-hidden": "true" }, name.slice(0, 1)),
    make("span", {}, make("b", {}, name), make("small", {}, contact.phone_number)));
}

function pollCard(poll, vote) {
  const options = poll.options.map((option, at) => make("li", {}, make("button", { type: "button", disabled: !vote || poll.is_closed, onclick: () => vote([at]) }, make("span", {}, option.text), make("small", {}, String(option.voter_count)))));
  return make("div", { class: "poll" }, make("b", {}, poll.question), make("small", {}, poll.is_anonymous ? "Anonymous poll" : "Poll"), make("ul", {}, ...options));
}
