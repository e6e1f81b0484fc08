// Keys of the desk: what a button or a field says in data-key or data-focus. None of them while somebody types.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.activeElement.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
    return;
  }
  const key = event.key.toLowerCase();
  const button = document.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  const field = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (button || field) {
    event.preventDefault();
    if (button) {
      button.click();
    } else {
      field.focus();
      field.select?.();
    }
  }
});
