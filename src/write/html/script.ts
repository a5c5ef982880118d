/**
 * What the review does in the browser. It builds no markup from text: all text goes through `textContent`, so nothing that a page
 * says can become an element.
 */
export const SCRIPT = String.raw`"use strict";
const pages = JSON.parse(document.getElementById("data").textContent);
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  if (text !== null) element.textContent = text;
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  return element;
};
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

// Why.
const why = $("#why");
const WORDS = { joined: "joined", apart: "left apart", gap: "text is missing" };
const percent = (share) => Math.round(100 * share) + " %";
let subject = null;
function explain(title, parts) {
  why.replaceChildren(make("h2", title), ...parts.filter((part) => part !== null));
}
function explainPlace(item) {
  subject = null;
  const [kind] = item.childNodes;
  explain(kind.textContent, [make("p", item.textContent.slice(kind.textContent.length).trim())]);
}
function explainSeam(id) {
  const { page, choice } = choiceOf(id);
  subject = id;
  for (const seam of $$("[data-c]")) seam.toggleAttribute("aria-pressed", false);
  for (const side of ["l", "r"]) document.getElementById("c" + id + side)?.setAttribute("aria-pressed", "true");
  if (choice.tail === null) {
    const unit = Object.keys(page.units).find((key) => page.units[key].places.some(({ start, end }) => start <= choice.head.start && choice.head.start < end));
    if (unit) { explainUnit(unit, choice); return; }
  }
  const pair = make("p", null, { class: "pair" });
  if (choice.tail) pair.append("…" + choice.tail.text, make("b", { joined: "┃", apart: "¶", gap: "…" }[choice.decided]));
  pair.append(choice.head.text + "…");
  const wanted = decided.get("seam " + id)?.do;
  const now = { joined: "join", apart: "apart", gap: "gap" }[choice.decided];
  const options = [["join", "Join", 1], ["apart", "Keep apart", 2], ["gap", "Text is missing", 3]];
  explain((WORDS[choice.decided] ?? choice.decided) + ", " + percent(choice.probability), [
    pair, secondOf(choice),
    choice.tail && buttons("Decide", options.map(([value, label, key]) => [label, value === (wanted ?? now), () => decideSeam(id, value, now), key])),
    terms(choice.evidence),
  ]);
}
function secondOf({ second }) {
  if (!second) return null;
  const head = second.head ? " with “" + second.head.text + "”" : "";
  return make("p", "Second: " + percent(second.probability) + " " + (WORDS[second.decided] ?? second.decided) + head, { class: "quiet" });
}
function buttons(legend, items) {
  const group = make("fieldset", null, { class: "choices" });
  group.append(make("legend", legend));
  for (const [label, pressed, act, key] of items) {
    const button = make("button", label, { type: "button", "aria-pressed": String(pressed) });
    if (key) button.title = String(key);
    button.addEventListener("click", act);
    group.append(button);
  }
  return group;
}
function terms(evidence) {
  if (evidence.length === 0) return null;
  const table = make("table", null, { class: "terms" });
  table.append(make("caption", "Terms of the sum, in nats", { class: "quiet" }));
  const most = Math.max(...evidence.map(([, weight]) => Math.abs(weight)));
  for (const [words, weight, name] of evidence) {
    const row = make("tr", null);
    const side = weight > 0 ? "for" : "against";
    const cell = make("td", words, { title: name });
    const bar = make("span", null, { class: "weight " + side });
    bar.style.width = (100 * Math.abs(weight)) / most + "%";
    cell.append(bar);
    row.append(make("td", (weight > 0 ? "+" : "−") + Math.abs(weight).toFixed(2), { class: side }), cell);
    table.append(row);
  }
  return table;
}
const ROLES = [["title", "Headline"], ["kicker", "Kicker"], ["subtitle", "Subtitle"], ["subhead", "Subhead"], ["section", "Section"], ["byline", "Byline"], ["text", "Text"], ["caption", "Caption"], ["advert", "Advert"], ["furniture", "Furniture"]];
function explainUnit(id, known = null) {
  subject = "unit " + id;
  const page = pageOf(id);
  const unit = page.units[id];
  const first = unit.places[0];
  const choice = known ?? page.choices.find(({ tail, head }) => tail === null && first && head.start === first.start);
  const role = decided.get("role " + id)?.do ?? unit.role;
  const article = page.articles.findIndex(({ units }) => units[0] === id);
  const together = decided.get("article " + id)?.do;
  const whole = halves.get(id).find(isText)?.textContent ?? "";
  explain(ROLES.find(([name]) => name === unit.role)?.[1] ?? unit.role, [
    make("p", whole.slice(0, 40) + (whole.length > 40 ? "…" : ""), { class: "pair" }),
    choice ? make("p", percent(choice.probability) + " " + choice.decided, { class: "quiet" }) : null,
    choice ? secondOf(choice) : null,
    buttons("This is", ROLES.map(([name, label]) => [label, name === role, () => decideRole(id, name)])),
    article > 0 ? buttons("With the article before", [
      ["One article", together === "one-article", () => decideArticle(id, article, "one-article")],
      ["Two articles", together !== "one-article", () => decideArticle(id, article, "two-articles")],
    ]) : article < 0 ? buttons("Here", [["An article begins", together === "two-articles", () => decideArticle(id, article, together ? "" : "two-articles")]]) : null,
    choice ? terms(choice.evidence) : null,
  ]);
}

// Decisions, by what they are about.
const LENGTH = 24;
const decided = new Map();
function decide(key, decision, elements) {
  if (decision === null) decided.delete(key); else decided.set(key, decision);
  for (const element of elements) element?.classList.toggle("decided", decision !== null);
  const count = decided.size;
  const save = $("#save");
  save.disabled = count === 0;
  save.textContent = count === 0 ? "Save decisions" : "Save " + count + " decision" + (count === 1 ? "" : "s");
}
function decideSeam(id, value, now) {
  const { page, choice: { tail, head } } = choiceOf(id);
  const decision = { do: value, tail: { text: tail.text.slice(-LENGTH), offset: tail.start }, head: { text: head.text.slice(0, LENGTH), offset: head.start } };
  const again = decided.get("seam " + id)?.do === value;
  decide("seam " + id, again ? null : { page: page.prefix, ...decision }, ["l", "r"].map((side) => document.getElementById("c" + id + side)));
  settle(id, !again);
  explainSeam(id);
}
function settle(id, done) {
  for (const item of checks) if (item.dataset.choice === id) item.classList.toggle("settled", done);
}
/** The text of a unit as it came, at its beginning or its end. */
function anchorOf(id, end) {
  const page = pageOf(id);
  const places = page.units[id].places.filter(({ start }) => start !== undefined);
  const element = halves.get(id).find(isText) ?? halves.get(id)[0];
  const text = [...element.childNodes].filter((node) => !node.matches?.("button, .seam")).map((node) => node.textContent).join("");
  const pieces = $$('.s[data-u="' + id + '"]').filter((half) => !half.closest("svg")).map((half) => half.cloneNode(true));
  for (const piece of pieces) for (const mark of $$("button, .flag", piece)) mark.remove();
  const came = pieces.map((piece) => piece.textContent).join("") || text;
  const place = end ? places.at(-1) : places[0];
  const offset = place && (end ? Math.max(place.start, place.end - LENGTH) : place.start);
  return { text: end ? came.trimEnd().slice(-LENGTH) : came.trimStart().slice(0, LENGTH), ...(place && { offset }) };
}
function decideRole(id, role) {
  const page = pageOf(id);
  const same = role === page.units[id].role;
  const decision = { page: page.prefix, do: role, from: anchorOf(id, false), to: anchorOf(id, true) };
  const again = decided.get("role " + id)?.do === role;
  decide("role " + id, again || (same && decided.has("role " + id)) ? null : decision, halves.get(id));
  page.choices.forEach((choice, i) => { if (choice.tail === null && page.units[id].places.some(({ start }) => start === choice.head.start)) settle(page.prefix + i, decided.has("role " + id)); });
  explainUnit(id);
}
function decideArticle(id, article, value) {
  const page = pageOf(id);
  const before = article > 0 ? page.articles[article - 1].units[0] : page.articles.find(({ units }) => units.includes(id))?.units[0];
  const is = article > 0 ? "two-articles" : "";
  const decision = value === is || !before ? null : { page: page.prefix, do: value, first: anchorOf(before, false), second: anchorOf(id, false) };
  decide("article " + id, decision, [halves.get(id).find(isText)]);
  explainUnit(id);
}
const samePlace = (a, b) => ["tail", "head", "from", "to", "first", "second"].every((key) => a[key]?.text === b[key]?.text);
function fileOf(page) {
  const fresh = [...decided.values()].filter((decision) => decision.page === page.prefix).map(({ page: _, ...decision }) => decision);
  const kept = page.decisions.filter((old) => old.do !== old.was && !fresh.some((decision) => samePlace(old, decision)));
  return { version: 1, source: page.source, decisions: [...kept, ...fresh] };
}
/** A file for each page of the input that has new decisions. */
function save() {
  const byPath = new Map();
  for (const page of pages) {
    if (![...decided.values()].some((decision) => decision.page === page.prefix)) continue;
    const file = fileOf(page);
    const other = byPath.get(page.source.path);
    if (other) other.decisions.push(...file.decisions.filter((decision) => !other.decisions.some((it) => samePlace(it, decision))));
    else byPath.set(page.source.path, file);
  }
  for (const [path, file] of byPath) {
    const name = (path ?? "page").replace(/^.*[\\/]/, "").replace(/\.[^.]+$/, "") + ".decisions.json";
    const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2) + "\n"], { type: "application/json" }));
    make("a", null, { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    $("#done").textContent = name + " is saved. Put it beside " + (path ?? "the page") + " and run pagefix again.";
  }
}

// Keys and buttons.
$("#next").addEventListener("click", () => step(1));
$("#previous").addEventListener("click", () => step(-1));
$("#save").addEventListener("click", save);
const help = $("#help");
help.addEventListener("click", () => {
  const open = help.getAttribute("aria-expanded") === "true";
  help.setAttribute("aria-expanded", String(!open));
  $("#keys").hidden = open;
});
const VERDICTS = { 1: "join", 2: "apart", 3: "gap" };
document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("input, select")) return;
  const move = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
  const inTexts = isText(target);
  if (key === "n") step(1);
  else if (key === "p") step(-1);
  else if (key === "s" && decided.size > 0) save();
  else if (key === "?") help.click();
  else if (move && (key.length === 1 || inTexts)) { if (inTexts) rove(at + move); texts[at]?.focus(); }
  else if (key === "o" && lit) {
    const other = halves.get(lit).find((half) => isText(half) !== isText(target.closest("[data-u]") ?? target)) ?? halves.get(lit)[0];
    if (!isText(other)) other.tabIndex = -1;
    other.focus();
  }
  else if (key === "Enter" && inTexts) $("button", why)?.focus();
  else if (key === "Escape") texts[at]?.focus();
  else if (VERDICTS[key] && subject && !subject.startsWith("unit ")) {
    const { choice } = choiceOf(subject);
    if (choice.tail) decideSeam(subject, VERDICTS[key], choice.decided);
  }
  else return;
  event.preventDefault();
});
const filter = $("#filter");
filter?.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const item of $$(".list li")) item.hidden = !item.textContent.toLowerCase().includes(wanted);
  for (const list of $$(".list")) list.hidden = $$("li:not([hidden])", list).length === 0;
});
document.documentElement.dataset.ready = "true";
`;
