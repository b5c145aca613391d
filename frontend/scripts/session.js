// Says two minutes before a session ends that it will, lets the person stay, and at the end sends
// what was being written to be kept, so that nothing is lost and nothing stays on the screen.
// Another window of the same person may have asked for a page meanwhile: the server knows.

const WARNS = 120;
const TIME = "/session/time/";

let written = null; // the form last typed in

async function left() {
  const answer = await fetch(TIME, { headers: { Accept: "application/json" } });
  return (await answer.json()).left;
}

// What was typed goes with it, unless it saves as it is typed.
function leave(dialog) {
  const form = dialog.querySelector("form");
  const add = (name, value) => {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  };
  add("gt-address", location.pathname + location.search);
  if (written && !written.dataset.draft) {
    for (const [name, value] of new FormData(written)) {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken") add(name, value);
    }
  }
  form.submit();
}

export function watchSession(scope) {
  const dialog = scope.querySelector("[data-gt-session]");
  if (!dialog) return;
  const minutes = dialog.querySelector("[data-gt-minutes]");
  let timer = null;

  function wait(seconds) {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(seconds, 0) * 1000);
  }

  async function look() {
    let seconds = 0;
    try {
      seconds = await left();
    } catch {
      return wait(10); // no connection: the server's own clock runs on
    }
    if (seconds < 0) return location.assign("/"); // signed out in another window
    if (seconds <= 1) return leave(dialog);
    if (seconds > WARNS) {
      dialog.close();
      return wait(seconds - WARNS);
    }
    minutes.textContent = seconds > 60 ? "2 minutes" : "1 minute";
    if (!dialog.open) dialog.showModal();
    return wait(seconds > 60 ? seconds - 60 : seconds - 1);
  }

  scope.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    if (form && form.method === "post") written = form;
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    leave(dialog);
  });
  dialog.querySelector("[data-gt-stay]").addEventListener("click", async (event) => {
    const token = dialog.querySelector("[name=csrfmiddlewaretoken]").value;
    await fetch(event.target.dataset.gtStay, { method: "POST", headers: { "X-CSRFToken": token } });
    look();
  });
  wait(Number(dialog.dataset.gtSession) - WARNS);
}
