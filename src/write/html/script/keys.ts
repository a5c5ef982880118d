/** Keys and buttons. */
export const KEYS = `// Keys and buttons.
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
