// Every page works without this file. It adds the GOV.UK components' behaviour, partial updates,
// and saving a draft while it is being typed.

import {
  Button,
  CharacterCount,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";
import htmx from "htmx.org/dist/htmx.esm.js";

import { keepDrafts } from "./drafts.js";
import { listenForKeys } from "./keys.js";
import { revealAnswers } from "./reveal.js";
import { askKeys } from "./security_key.js";
import { watchSession } from "./session.js";

// The content security policy allows no evaluation and no inline style, so neither is attempted.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0, // no casework in the browser's storage
  responseHandling: [
    { code: "422", swap: true }, // a form with something to mend
    { code: "[23]..", swap: true },
    { code: "...", swap: false, error: true },
  ],
});

// Where part of a page cannot be had (signed out meanwhile, refused, failed), open the whole page:
// it says what happened.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, pathInfo, requestConfig } = event.detail;
  const answered = new URL(xhr.responseURL || location.href);
  const asked = new URL(pathInfo.requestPath, location.href);
  if (answered.pathname !== asked.pathname || (xhr.status >= 400 && xhr.status !== 422)) {
    event.detail.shouldSwap = false;
    // Names looked for as somebody types are a help: what is typed must not be lost for them.
    if (!requestConfig.elt.matches("[data-find]")) location.assign(answered);
  }
});

const components = [
  Button,
  CharacterCount,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
];

function wake(scope) {
  for (const component of components) createAll(component, undefined, { scope });
}

wake(document.body);
revealAnswers(document);
keepDrafts(document);
listenForKeys(document);
askKeys(document);
watchSession(document);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) wake(event.detail.elt);
});
