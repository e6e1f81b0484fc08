// Buttons that put the words of an element on the clipboard. Where a browser forbids that, they mark them.
"use strict";

function marked(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copied(element) {
  const text = element.textContent.replace(/\s+/g, " ").trim();
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed: as where there is no clipboard.
    }
  }
  marked(element);
  return document.execCommand("copy");
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  const label = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    if (await copied(document.getElementById(button.dataset.copies))) {
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = label; }, 2000);
    }
  });
}
