// The page of an article: filters without a reload, and a note beside a statement on hover, focus or tap.
// Everything works without this file too: each mark and each chip is a link to the statement's page.
(() => {
  const notes = new Map([...document.querySelectorAll(".note")].map((note) => [note.dataset.statement, note]));
  const form = document.getElementById("filters");
  const popover = document.getElementById("popover");
  const places = [...document.querySelectorAll(".article [data-statement], .filtered")];

  function chosen() {
    const values = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
    return { status: values("status"), type: values("type"), source: form.elements.source.value };
  }

  function isShown(note, filter) {
    const data = note.dataset;
    return filter.status.includes(data.status) && filter.type.includes(data.type) &&
      (filter.source === "" || filter.source === data.source);
  }

  function apply() {
    const filter = chosen();
    const shown = new Set();
    notes.forEach((note, number) => { if (isShown(note, filter)) shown.add(number); });
    places.forEach((place) => place.classList.toggle("off", !shown.has(place.dataset.statement)));
    const output = document.getElementById("shown");
    output.textContent = output.dataset.template.replace("{shown}", shown.size).replace("{all}", notes.size);
    remember(filter);
  }

  // The address holds the filter, so that a filtered article can be passed on.
  function remember(filter) {
    const address = new URL(location.href);
    for (const name of ["status", "type"]) {
      const all = form.querySelectorAll(`[name=${name}]`).length;
      if (filter[name].length === all) address.searchParams.delete(name);
      else address.searchParams.set(name, filter[name].join(","));
    }
    if (filter.source === "") address.searchParams.delete("source");
    else address.searchParams.set("source", filter.source);
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  function recall() {
    const asked = new URL(location.href).searchParams;
    for (const name of ["status", "type"]) {
      if (!asked.has(name)) continue;
      const wanted = asked.get(name).split(",");
      form.querySelectorAll(`[name=${name}]`).forEach((box) => { box.checked = wanted.includes(box.value); });
    }
    const source = asked.get("source") ?? "";
    if ([...form.elements.source.options].some((option) => option.value === source)) form.elements.source.value = source;
  }

  function highlight(number) {
    document.querySelectorAll(".article .here").forEach((place) => place.classList.remove("here"));
    if (number !== null) {
      document.querySelectorAll(`.article [data-statement="${number}"]`).forEach((place) => place.classList.add("here"));
    }
  }

  let opener = null;
  let isGoingBack = false;

  function open(place, isKept) {
    const note = notes.get(place.dataset.statement);
    if (!note || place.classList.contains("off")) return;
    opener = place;
    popover.replaceChildren(...note.cloneNode(true).childNodes);
    if (isKept) popover.append(closeButton());
    popover.classList.toggle("kept", isKept);
    popover.hidden = false;
    highlight(place.dataset.statement);
    // Below the last line of the place or above its first, whichever has room: never over what it is about.
    const lines = place.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const roomBelow = document.documentElement.clientHeight - last.bottom - 16;
    const roomAbove = first.top - 16;
    popover.style.maxHeight = "";
    const isBelow = popover.offsetHeight <= roomBelow || roomBelow >= roomAbove;
    popover.style.maxHeight = `min(70vh, ${Math.max(isBelow ? roomBelow : roomAbove, 96)}px)`;
    const left = Math.max(8, Math.min(first.left, document.documentElement.clientWidth - popover.offsetWidth - 8));
    const top = isBelow ? last.bottom + 8 : first.top - popover.offsetHeight - 8;
    popover.style.left = `${left + window.scrollX}px`;
    popover.style.top = `${top + window.scrollY}px`;
  }

  function closeButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "close";
    button.textContent = popover.dataset.close;
    button.addEventListener("click", () => close(true));
    return button;
  }

  function close(isBack) {
    popover.hidden = true;
    popover.classList.remove("kept");
    highlight(null);
    isGoingBack = true;
    if (isBack && opener) opener.focus();
    isGoingBack = false;
    opener = null;
  }

  const placeOf = (event) => event.target.closest?.(".article [data-statement]");

  document.addEventListener("mouseover", (event) => {
    const place = placeOf(event);
    if (popover.classList.contains("kept") || popover.contains(event.target)) return;
    if (place) open(place, false);
    else if (!popover.hidden) close(false);
  });
  document.addEventListener("focusin", (event) => {
    const place = placeOf(event);
    if (place && !isGoingBack && !popover.classList.contains("kept")) open(place, false);
  });
  // A tap, a click or the space bar keeps the note open; its last link leads to the statement's page. With Ctrl, Shift
  // or the middle button a mark is the ordinary link that it is.
  document.addEventListener("click", (event) => {
    const place = placeOf(event);
    if (place && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(place, true);
      popover.querySelector("a").focus({ preventScroll: true });
    } else if (!popover.hidden && !popover.contains(event.target)) close(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !popover.hidden) close(true);
    const place = placeOf(event);
    if (place && event.key === " ") {
      event.preventDefault();
      place.click();
    }
  });

  form.classList.add("works");
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  recall();
  apply();
})();
