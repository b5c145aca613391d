// A security key answers what the page asks it: to be set up, or to show that it is its holder.
// The options and the answer are JSON with every run of bytes in base64url, as the standard has it.

const SAYS = {
  InvalidStateError: "This key is set up already. Use another one.",
  other: "The key was not read. Press the button and try again.",
};

function bytes(words) {
  const plain = atob(words.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function words(held) {
  const plain = String.fromCharCode(...new Uint8Array(held));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function asked({ publicKey }) {
  const read = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) read.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (publicKey[list]) read[list] = publicKey[list].map((key) => ({ ...key, id: bytes(key.id) }));
  }
  return { publicKey: read };
}

function answered(key) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature"]) {
    if (key.response[part]) response[part] = words(key.response[part]);
  }
  return {
    id: key.id,
    rawId: words(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response,
  };
}

async function ask(button) {
  const { form } = button;
  const says = form.querySelector("[data-gt-says]");
  says.textContent = "";
  try {
    const does = button.dataset.gtKeyDoes;
    const key = await navigator.credentials[does](asked(JSON.parse(button.dataset.gtKeyOptions)));
    form.elements.credential.value = JSON.stringify(answered(key));
    form.submit();
  } catch (refusal) {
    says.textContent = SAYS[refusal.name] || SAYS.other;
  }
}

export function askKeys(scope) {
  for (const button of scope.querySelectorAll("[data-gt-key-does]")) {
    button.hidden = false;
    button.addEventListener("click", () => ask(button));
  }
}
