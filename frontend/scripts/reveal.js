// Shows a question only when the answer it depends on is chosen. The server decides the same way;
// without this file every question is simply there. (The Design System's own script marks radios with
// aria-expanded, which a radio may not carry, so it is not used.)

const hiddenBy = "govuk-radios__conditional--hidden";

function chosen(scope, name) {
  const inputs = scope.querySelectorAll(`input[name="${CSS.escape(name)}"]:checked`);
  return Array.from(inputs, (input) => input.value);
}

function show(scope) {
  for (const input of scope.querySelectorAll("input[data-reveals]")) {
    const revealed = document.getElementById(input.dataset.reveals);
    if (revealed) revealed.classList.toggle(hiddenBy, !input.checked);
  }
  for (const field of scope.querySelectorAll("[data-shown-when]")) {
    const wanted = field.dataset.shownFor.split(" ");
    field.hidden = !chosen(scope, field.dataset.shownWhen).some((value) => wanted.includes(value));
  }
}

export function revealAnswers(scope) {
  for (const input of scope.querySelectorAll("input[data-aria-controls]")) {
    input.dataset.reveals = input.dataset.ariaControls;
    delete input.dataset.ariaControls;
  }
  show(scope);
  scope.addEventListener("change", () => show(scope));
}
