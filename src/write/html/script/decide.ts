/** Decisions: collected, named by the text as it came, saved as a file. */
export const DECIDE = String.raw`// Decisions, by what they are about.
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
  const decision = { do: value, tail: { text: endingOf(tail.text, LENGTH), offset: tail.start }, head: { text: beginningOf(head.text, LENGTH), offset: head.start } };
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
  return { text: end ? endingOf(came.trimEnd(), LENGTH) : beginningOf(came.trimStart(), LENGTH), ...(place && { offset }) };
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

`;
