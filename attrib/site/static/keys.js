// Keys on every page: "/" goes to the search, Ctrl+Enter (⌘+Enter) runs the SQL that is being written.
(() => {
  const isWriting = (element) => element?.matches?.("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const writesSql = event.target.closest?.("form.sql textarea");
    if (writesSql && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      writesSql.form.requestSubmit();
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const search = [...document.querySelectorAll('input[type="search"]')].find((field) => field.checkVisibility());
    if (event.key === "/" && isPlain && search && !isWriting(event.target)) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });
})();
