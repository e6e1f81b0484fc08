// Searches that a reader keeps: in this browser, under one key; read from and written to files.
"use strict";

const KEY = "attrib-searches";
const MOST = 500;
const LONGEST = 8000;

function searches() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

function keep(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, MOST)));
    return list.length <= MOST;
  } catch {
    return false;
  }
}

// An address of this site: below its path, of no other host.
function isOurs(entry, base) {
  return entry !== null && typeof entry === "object"
    && typeof entry.name === "string" && entry.name.length > 0 && entry.name.length <= 200
    && typeof entry.address === "string" && entry.address.length <= LONGEST
    && entry.address.startsWith(base) && !/^\/[\/\\]|\\/.test(entry.address)
    && new URL(entry.address, location.href).origin === location.origin;
}

function merged(old, more) {
  const known = new Map([...more, ...old].map(({ name, address }) => [address, { name, address }]));
  return [...known.values()];
}

const form = document.getElementById("save");
if (form) {
  form.hidden = false;
  const heading = document.querySelector("h1").textContent.trim();
  const chips = [...document.querySelectorAll(".chosen li")].filter((each) => each.firstChild.nodeType === Node.TEXT_NODE);
  const chosen = chips.map((each) => each.firstChild.textContent.trim());
  form.querySelector("input").value = [heading, ...chosen.filter(Boolean).slice(0, 4)].join(", ").slice(0, 200);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const entry = { name: form.querySelector("input").value.trim(), address: location.pathname + location.search };
    const isKept = keep(merged(searches().filter((each) => each.address !== entry.address), [entry]));
    form.querySelector("output").textContent = isKept ? form.dataset.done : form.dataset.full;
  });
}

const list = document.getElementById("saved");
if (list) {
  const file = document.getElementById("saved-import");
  const told = document.getElementById("saved-told");
  const exporting = document.getElementById("saved-export");
  const base = list.dataset.base;

  const link = (address, words) => {
    const found = document.createElement("a");
    found.href = address;
    found.textContent = words;
    return found;
  };

  const show = () => {
    const kept = searches().filter((each) => isOurs(each, base));
    exporting.hidden = kept.length === 0;
    list.replaceChildren(...kept.map((each) => {
      const item = document.createElement("li");
      item.append(link(each.address, each.name));
      const table = `${base}attrib/statements`;
      if (each.address === table || each.address.startsWith(`${table}?`)) {
        item.append(" · ", link(each.address.replace(table, `${table}.atom`), list.dataset.feed));
      }
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = list.dataset.remove;
      remove.setAttribute("aria-label", `${list.dataset.remove}: ${each.name}`);
      remove.addEventListener("click", () => {
        keep(searches().filter((other) => other.address !== each.address));
        show();
      });
      item.append(" ", remove);
      return item;
    }));
    if (kept.length === 0) {
      const item = document.createElement("li");
      item.className = "none";
      item.textContent = list.dataset.none;
      list.append(item);
    }
  };

  exporting.addEventListener("click", () => {
    const content = JSON.stringify({ attrib: "searches", searches: searches() }, null, 1);
    const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    const download = link(address, "");
    download.download = "attrib-searches.json";
    download.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  });

  file.addEventListener("change", async () => {
    try {
      const found = JSON.parse(await file.files[0].text());
      if (found.attrib !== "searches" || !found.searches.every((each) => isOurs(each, base))) {
        throw new TypeError("not ours");
      }
      keep(merged(searches(), found.searches));
      told.textContent = file.dataset.done;
    } catch {
      told.textContent = file.dataset.bad;
    }
    file.value = "";
    show();
  });
  show();
}
