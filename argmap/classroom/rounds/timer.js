"use strict";
// The timer of a round. What there is to time stands in the table of speeches, so that the page says the same without it.
(() => {
  const box = document.getElementById("timer");
  const words = JSON.parse(box.dataset.words);
  const rows = [...document.querySelectorAll("#speeches tr[data-seconds]")];
  const speeches = rows.map((row) => ({
    row,
    name: row.dataset.name,
    seconds: Number(row.dataset.seconds),
    protected: Number(row.dataset.protected),
  }));
  const at = (name) => document.getElementById(`timer-${name}`);
  const clock = at("clock"), signal = at("signal"), start = at("start"), sound = at("sound");
  const prep = [...box.querySelectorAll("[data-prep]")].map((button) => ({
    button,
    shown: button.parentElement.querySelector("span"),
    side: button.dataset.side,
    left: Number(button.dataset.prep) * 1000,
  }));
  let current = 0, used = 0, began = null, preparing = null, told = new Set(), audio = null;

  const now = () => performance.now();
  const spent = () => used + (began === null ? 0 : now() - began);
  const fill = (text, given) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in given ? given[name] : whole));
  const time = (milliseconds) => {
    const over = milliseconds < 0;
    const seconds = over ? Math.floor(-milliseconds / 1000) : Math.ceil(milliseconds / 1000);
    const sign = over && seconds ? "+" : "";
    return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  function beep(times) {
    if (!sound.checked) return;
    audio ??= new AudioContext();
    for (let n = 0; n < times; n += 1) {
      const tone = audio.createOscillator(), level = audio.createGain(), from = audio.currentTime + n * 0.35;
      tone.frequency.value = 660;
      level.gain.value = 0.2;
      tone.connect(level).connect(audio.destination);
      tone.start(from);
      tone.stop(from + 0.2);
    }
  }

  function tell(name, text, beeps) {
    if (told.has(name)) return;
    told.add(name);
    signal.textContent = text;
    if (beeps) beep(beeps);
  }

  // Only what was passed since the start is told; of several at once, the last.
  function signals() {
    const speech = speeches[current], gone = spent() / 1000, left = speech.seconds - gone;
    if (speech.protected && gone >= speech.protected && left > speech.protected) tell("open", words.pointsOpen, 1);
    if (speech.protected && left <= speech.protected) tell("closed", words.pointsClosed, 0);
    if (left <= 60 && speech.seconds > 60) {
      tell("minute", speech.protected ? `${words.minuteLeft}. ${words.pointsClosed}.` : words.minuteLeft, 1);
    }
    if (left <= 30) tell("half", words.halfLeft, 0);
    if (left <= 0) tell("over", words.timeOver, 2);
  }

  function show() {
    const speech = speeches[current], left = speech.seconds * 1000 - spent();
    clock.textContent = time(left);
    box.classList.toggle("over", left <= 0);
    at("name").textContent = speech.name;
    at("place").textContent = fill(words.speechOf, {n: current + 1, all: speeches.length});
    at("state").textContent = left <= 0 ? words.over : began === null ? words.paused : words.running;
    start.textContent = began === null ? words.start : words.pause;
    at("back").disabled = current === 0;
    at("next").disabled = current === speeches.length - 1;
    speeches.forEach(({row}, place) => {
      if (place === current) row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
    });
    for (const side of prep) {
      const rest = Math.max(side.left - (preparing?.side === side ? now() - preparing.began : 0), 0);
      side.shown.textContent = fill(words.prepLeft, {side: side.side, time: time(rest)});
      side.button.textContent = preparing?.side === side ? words.prepStop : fill(words.prepOf, {side: side.side});
      side.button.disabled = side.left <= 0;
    }
  }

  function pause() {
    used = spent();
    began = null;
  }

  function endPrep() {
    if (preparing === null) return;
    preparing.side.left = Math.max(preparing.side.left - (now() - preparing.began), 0);
    preparing = null;
  }

  function toggle() {
    if (began === null) {
      endPrep();
      began = now();
    } else pause();
    show();
  }

  function go(place) {
    if (place < 0 || place >= speeches.length) return;
    endPrep();
    current = place;
    used = 0;
    began = null;
    told = new Set();
    signal.textContent = speeches[place].name;
    show();
  }

  function prepare(side) {
    const was = preparing?.side;
    pause();
    endPrep();
    if (was !== side && side.left > 0) preparing = {side, began: now()};
    show();
  }

  function tick() {
    if (began === null && preparing === null) return;
    if (preparing !== null && now() - preparing.began >= preparing.side.left) {
      const side = preparing.side;
      endPrep();
      told.delete(`prep${side.side}`);
      tell(`prep${side.side}`, `${side.side}: ${words.prepOver}`, 2);
    }
    if (began !== null) signals();
    show();
  }

  start.addEventListener("click", toggle);
  at("next").addEventListener("click", () => go(current + 1));
  at("back").addEventListener("click", () => go(current - 1));
  at("reset").addEventListener("click", () => go(current));
  for (const side of prep) side.button.addEventListener("click", () => prepare(side));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key === " " && !event.target.closest("button, a, summary")) toggle();
    else if (key === "n") go(current + 1);
    else if (key === "b") go(current - 1);
    else if (key === "r") go(current);
    else return;
    event.preventDefault();
  });
  box.hidden = false;
  at("none").remove();
  show();
  setInterval(tick, 200);
})();
