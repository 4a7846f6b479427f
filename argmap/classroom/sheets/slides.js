"use strict";
(() => {
  const decks = [...document.querySelectorAll(".deck")];
  const [back, on] = document.querySelectorAll("nav button");
  const said = document.querySelector("nav output");
  const pattern = said.dataset.said;
  let now = -1;

  // Without a script the page scrolls; with it, one slide is seen at a time.
  const show = (wanted, moves) => {
    const next = Math.min(Math.max(wanted, 0), decks.length - 1);
    if (next === now) return;
    now = next;
    decks.forEach((deck, n) => deck.classList.toggle("now", n === now));
    back.disabled = now === 0;
    on.disabled = now === decks.length - 1;
    said.textContent = pattern.replace("\ue000", now + 1).replace("\ue001", decks.length);
    if (moves) {
      history.replaceState(null, "", `#${now + 1}`);
      decks[now].querySelector(".slide").focus({ preventScroll: true });
    }
    window.scrollTo(0, 0);
  };
  const asked = () => (parseInt(location.hash.slice(1), 10) || 1) - 1;

  const keys = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
    Home: -Infinity, End: Infinity,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in keys)) return;
    if (event.target.closest("button, a, summary") && (event.key === " " || event.key === "Enter")) return;
    event.preventDefault();
    const isBack = event.key === " " && event.shiftKey;
    const turned = document.documentElement.dir === "rtl" && event.key.match(/^Arrow(Left|Right)$/) ? -1 : 1;
    show(now + (isBack ? -1 : turned * keys[event.key]), true);
  });
  document.querySelector("main").addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary, .notes") || String(getSelection())) return;
    if (event.target.closest(".slide")) show(now + 1, true);
  });
  back.addEventListener("click", () => show(now - 1, true));
  on.addEventListener("click", () => show(now + 1, true));
  window.addEventListener("hashchange", () => show(asked(), false));
  document.documentElement.classList.add("js");
  show(asked(), false);
})();
