// Elements from plain values: no markup is ever parsed from what people or the bot wrote.

const SHAPES = {
  send: "M3 20.5 21.5 12 3 3.5v6.6L15 12 3 13.9z",
  clip: "M16.5 6.5v10a4.5 4.5 0 0 1-9 0V5.8a3 3 0 0 1 6 0v10.1a1.5 1.5 0 0 1-3 0V6.5H9v9.4a3 3 0 0 0 6 0V5.8a4.5 4.5 0 0 0-9 0v10.7a6 6 0 0 0 12 0v-10z",
  keyboard: "M3 6h18a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zm2 3v2h2V9zm4 0v2h2V9zm4 0v2h2V9zm4 0v2h2V9zM7 13.5v2h10v-2z",
  fold: "M6.4 8.6 12 14.2l5.6-5.6L19 10l-7 7-7-7z",
  close: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  more: "M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  link: "M10.6 13.4a3.5 3.5 0 0 0 5 0l3.3-3.3a3.5 3.5 0 0 0-5-5l-1.5 1.5 1.3 1.3 1.5-1.5a1.7 1.7 0 0 1 2.4 2.4l-3.3 3.3a1.7 1.7 0 0 1-2.4 0zm2.8-2.8a3.5 3.5 0 0 0-5 0l-3.3 3.3a3.5 3.5 0 0 0 5 5l1.5-1.5-1.3-1.3-1.5 1.5a1.7 1.7 0 0 1-2.4-2.4l3.3-3.3a1.7 1.7 0 0 1 2.4 0z",
  phrases: "M12 2a7 7 0 0 1 4 12.7V17a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1v-2.3A7 7 0 0 1 12 2zM9 20h6v1a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1z",
  reply: "M10 5v4c6 .5 9.5 4 10 10-2.3-3-5.5-4.5-10-4.5V19l-7-7z",
  edit: "M4 16.5V20h3.5L17.8 9.7l-3.5-3.5zM20.5 7a1 1 0 0 0 0-1.4l-2.1-2.1a1 1 0 0 0-1.4 0l-1.6 1.6 3.5 3.5z",
  play: "M8 5v14l11-7z",
  pause: "M7 5h4v14H7zm6 0h4v14h-4z",
  file: "M6 2h8l5 5v14a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm7 1.5V8h4.5z",
  down: "M11 4h2v11.2l4.6-4.6L19 12l-7 7-7-7 1.4-1.4 4.6 4.6z",
};

/** An element: `make("button", {class: "key", onclick: press}, "Send", icon("send"))`; children that are null are left out. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) give(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function give(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? "" : value);
}

/** One of our own drawn signs, hidden from screen readers: the button around it has a label. */
export function icon(name, size = 24) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": true }))
    svg.setAttribute(key, value);
  svg.append(path);
  return svg;
}

/** A round button that shows a sign only; `label` is what a screen reader says and a mouse finds. */
export function signButton(name, label, onclick, extra = {}) {
  const { class: added = "", ...rest } = extra;
  return make("button", { type: "button", class: `sign ${added}`, "aria-label": label, title: label, onclick, ...rest }, icon(name));
}

/** Puts `children` in the place of all there was. */
export function refill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
}
