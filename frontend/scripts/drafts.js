// Saves a form marked data-draft as it is typed: a second after the last key, on every change, and
// once more when the page is left. What the server answers ("Saved 10:42") is shown beside the form.

const PAUSE = 1000;
// A browser finishes a save after its page is gone only if the save is small.
const SMALL = 60000;

function body(form) {
  const typed = new FormData(form);
  typed.delete("go");
  return new URLSearchParams(typed).toString();
}

async function save(form, status) {
  try {
    const words = body(form);
    const response = await fetch(form.dataset.draft, {
      method: "POST",
      body: words,
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
      credentials: "same-origin",
      keepalive: words.length < SMALL,
      redirect: "manual",
    });
    if (response.type === "opaqueredirect") {
      status.textContent = "You have been signed out. What you typed before is saved: sign in again.";
      return false;
    }
    const plain = (response.headers.get("Content-Type") || "").startsWith("text/plain");
    status.textContent = plain ? await response.text() : "Not saved yet. Choose Continue to save.";
    if (response.ok && response.headers.get("X-Draft-Version")) {
      form.elements.version.value = response.headers.get("X-Draft-Version");
      return true;
    }
  } catch {
    status.textContent = "Not saved: there is no connection. Your words are still on this page.";
  }
  return false;
}

function keep(form) {
  const status = document.getElementById(form.dataset.draftStatus);
  let timer = null;
  let dirty = false;
  let busy = false;
  // One save at a time: the version each save hands back is what the next one must carry.
  let running = Promise.resolve();

  function now() {
    clearTimeout(timer);
    if (!dirty) return running;
    dirty = false;
    running = running.then(async () => {
      busy = true;
      if (!(await save(form, status))) dirty = true;
      busy = false;
    });
    return running;
  }

  function later() {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") now();
  });
  // A save on its way when Continue is chosen would make this page's version out of date: let it land.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    dirty = false;
    if (!busy) return;
    event.preventDefault();
    const submitter = event.submitter;
    running.then(() => form.requestSubmit(submitter));
  });
}

export function keepDrafts(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) keep(form);
}
