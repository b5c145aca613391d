// One-letter keys: on the queue j and k move between children and t takes, on a contact d does what
// is next, n goes on and q goes back; ? shows the help. They can be turned off (WCAG 2.1.4) and
// never act while something is being typed. Without this file both pages are links and buttons,
// which is all the keys press.

const OFF = "goldenthread-keys-off";
const TYPING = "input, textarea, select, [contenteditable]";

function move(queue, by) {
  const children = Array.from(queue.querySelectorAll(".gt-queue__who"));
  const row = document.activeElement.closest("tr");
  const here = children.findIndex((child) => row && row.contains(child));
  const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), children.length - 1);
  if (children[next]) children[next].focus();
}

function take() {
  const row = document.activeElement.closest(".gt-queue tr");
  const button = row && row.querySelector("button[formaction]");
  if (button) button.click();
}

// What a page marks with a key's letter is pressed by that key.
function press(scope, key) {
  const marked = scope.querySelector(`[data-gt-key="${key}"]`);
  if (marked) marked.click();
}

function help(keys) {
  keys.open = !keys.open;
  if (keys.open) keys.querySelector("summary").focus();
}

export function listenForKeys(scope) {
  const queue = scope.querySelector(".gt-queue");
  const keys = scope.querySelector("#keys");
  if (!keys) return;
  const turn = keys.querySelector("[data-gt-keys]");
  const isOff = () => localStorage.getItem(OFF) === "yes";
  const say = () => {
    turn.textContent = isOff() ? "Turn shortcuts on" : "Turn shortcuts off";
  };
  say();
  turn.addEventListener("click", () => {
    localStorage.setItem(OFF, isOff() ? "no" : "yes");
    say();
  });
  const acts = { "?": () => help(keys) };
  if (queue) Object.assign(acts, { j: () => move(queue, 1), k: () => move(queue, -1), t: take });
  for (const key of ["d", "n", "q"]) acts[key] = () => press(scope, key);
  scope.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (held || isOff() || event.target.closest(TYPING) || !acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
}
