/** Each half lights the other; texts and places to check are stepped through. */
export const HALVES = `"use strict";
const pages = JSON.parse(document.getElementById("data").textContent);
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  if (text !== null) element.textContent = text;
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  return element;
};
// Quotes of so many units, with no half of a character.
const beginningOf = (text, most) => text.slice(0, most).replace(/[\\ud800-\\udbff]$/, "");
const endingOf = (text, most) => text.slice(-most).replace(/^[\\udc00-\\udfff]/, "");
const pageOf = (id) => pages.find(({ prefix }) => id.startsWith(prefix));
const choiceOf = (id) => { const page = pageOf(id); return { page, choice: page.choices[Number(id.slice(page.prefix.length))] }; };

// Either half lights the other.
const halves = new Map();
for (const element of $$("[data-u]")) {
  const own = halves.get(element.dataset.u);
  if (own) own.push(element); else halves.set(element.dataset.u, [element]);
}
let lit = null;
function light(id) {
  if (id === lit) return;
  for (const element of halves.get(lit) ?? []) element.classList.remove("lit");
  lit = id;
  for (const element of halves.get(id) ?? []) element.classList.add("lit");
}
let [mouseX, mouseY] = [-1, -1];
document.addEventListener("mouseover", ({ target, screenX, screenY }) => {
  // What scrolls away under a mouse that rests is not looked at.
  if (screenX === mouseX && screenY === mouseY) return;
  [mouseX, mouseY] = [screenX, screenY];
  const unit = target.closest("[data-u]");
  if (unit) light(unit.dataset.u);
});

/** Shows an element in the middle of its own scroller. */
function show(element) { element?.scrollIntoView({ block: "center", inline: "nearest" }); }
const isText = (element) => element.matches(".u");
const texts = $$(".u");
let at = 0;
if (texts[0]) texts[0].tabIndex = 0;
function rove(index) {
  texts[at].tabIndex = -1;
  at = Math.max(0, Math.min(texts.length - 1, index));
  texts[at].tabIndex = 0;
}
document.addEventListener("focusin", ({ target }) => {
  const unit = target.closest("[data-u]");
  if (!unit) return;
  light(unit.dataset.u);
  if (isText(target)) { rove(texts.indexOf(target)); explainUnit(target.dataset.u); }
  for (const other of halves.get(unit.dataset.u)) if (isText(other) !== isText(unit)) { show(other); break; }
  if (target.dataset.c) explainSeam(target.dataset.c);
});
document.addEventListener("click", (click) => {
  const { target } = click;
  const seam = target.closest("[data-c]");
  if (seam) { explainSeam(seam.dataset.c); return; }
  const place = target.closest("[data-place]");
  if (place) { click.preventDefault(); step(checks.indexOf(place), true); return; }
  const left = target.closest(".s[data-u]");
  if (left) halves.get(left.dataset.u).find(isText)?.focus();
  else target.closest(".u")?.focus();
});

// Places to check, one after the other.
const checks = $$("#check a");
let current = -1;
function step(index, jump = false) {
  if (checks.length === 0) return;
  const next = jump ? index : (current + index + checks.length + (current < 0 && index < 0 ? 1 : 0)) % checks.length;
  checks[current]?.removeAttribute("aria-current");
  $(".flag.here")?.classList.remove("here");
  current = next;
  const item = checks[current];
  item.setAttribute("aria-current", "true");
  show(item);
  $("#where").textContent = current + 1 + " of " + checks.length;
  const flag = document.getElementById("f" + item.dataset.place);
  flag?.classList.add("here");
  show(flag);
  const unit = flag ? neighbourOf(flag) : null;
  if (unit) { light(unit.dataset.u); show(halves.get(unit.dataset.u).find(isText)); }
  if (item.dataset.choice) {
    const seam = document.getElementById("c" + item.dataset.choice + "r");
    explainSeam(item.dataset.choice);
    if (seam) { show(seam); seam.focus({ preventScroll: true }); show(flag); return; }
  } else explainPlace(item);
  (flag ?? item).focus({ preventScroll: true });
}
/** The stretch that a flag stands in front of, or behind. */
function neighbourOf(flag) {
  const inside = flag.closest("[data-u]");
  if (inside) return inside;
  for (const way of ["nextElementSibling", "previousElementSibling"])
    for (let other = flag[way], i = 0; other && i < 6; other = other[way], i++) if (other.dataset.u) return other;
  return null;
}

`;
