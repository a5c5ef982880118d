/** Why a place was decided so, and the buttons to decide otherwise. */
export const WHY = `// Why.
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
    make("p", beginningOf(whole, 40) + (whole.length > 40 ? "…" : ""), { class: "pair" }),
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

`;
