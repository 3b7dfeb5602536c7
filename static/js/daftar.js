"use strict";
/* Keys of a list, and ticking a whole page of it. Comfort only: links, boxes and buttons do the same.
   A key works alone, never with Ctrl, Alt or Cmd, and never while something is typed or chosen. A
   reader may switch the keys off; the switch stays on this device. */
if (!document.documentElement.hasAttribute("data-berdaftar")) {
  document.documentElement.dataset.berdaftar = "";
  const OFF = "daftar:tanpa-tombol";
  const TYPED = "input, textarea, select, [contenteditable], [role=textbox], dialog, video";
  const FREE = "input[type=checkbox], input[type=submit], input[type=button]";

  const rows = () => [...document.querySelectorAll("[data-daftar] [data-baris]")];
  const doorOf = (row) => row.querySelector("h2 a, h3 a, th a, .baris__judul a, .baris__judul button");
  const rowNow = () => document.activeElement.closest?.("[data-baris]") ?? null;

  const off = () => {
    try {
      return localStorage.getItem(OFF) === "ya";
    } catch {
      return false;
    }
  };

  function setOff(value) {
    try {
      if (value) localStorage.setItem(OFF, "ya");
      else localStorage.removeItem(OFF);
    } catch {
      /* nothing is kept where nothing can be */
    }
  }

  /** Put the focus on the next or the last row; the row is then read out by its title. */
  function move(step) {
    const all = rows();
    if (!all.length) return false;
    const now = all.indexOf(rowNow());
    const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : now + step;
    const door = all[next] && doorOf(all[next]);
    if (!door) return false;
    door.focus();
    all[next].scrollIntoView({ block: "nearest" });
    return true;
  }

  function tick() {
    const box = rowNow()?.querySelector("input[type=checkbox]");
    if (!box) return false;
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  function search() {
    const field = document.querySelector(".saringan input[name=cari]");
    if (!field) return false;
    field.focus();
    field.select();
    return true;
  }

  function help() {
    const keys = document.querySelector("[data-tombol]");
    if (!keys) return false;
    keys.open = true;
    keys.querySelector("summary").focus();
    keys.scrollIntoView({ block: "nearest" });
    return true;
  }

  const KEYS = {
    j: () => move(1),
    k: () => move(-1),
    x: tick,
    "/": search,
    "?": help,
    ArrowDown: () => rowNow() !== null && move(1),
    ArrowUp: () => rowNow() !== null && move(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in KEYS)) return;
    const at = event.target;
    if (at.matches?.(TYPED) && !at.matches(FREE)) return;
    if (off() || !document.querySelector("[data-daftar]")) return;
    if (KEYS[event.key]()) event.preventDefault();
  });

  const boxes = () => [...document.querySelectorAll("[data-daftar] input[type=checkbox]")];

  /** Say how many are ticked, and what the button does next. */
  function count() {
    const all = boxes();
    const many = all.filter((box) => box.checked).length;
    const said = document.querySelector("[data-terpilih]");
    if (said) said.textContent = many ? `${many} dicentang.` : "";
    const button = document.querySelector("[data-semua]");
    const full = all.length > 0 && many === all.length;
    if (button) button.textContent = full ? "Hapus semua centang" : "Centang semua di halaman ini";
  }

  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-baris]")) count();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-semua]")) return;
    const all = boxes();
    const tickAll = all.some((box) => !box.checked);
    for (const box of all) box.checked = tickAll;
    count();
  });

  /** The switch for those whom single keys disturb. */
  function addSwitch(keys) {
    const label = document.createElement("label");
    label.className = "centang";
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = !off();
    box.addEventListener("change", () => setOff(!box.checked));
    label.append(box, " Pakai tombol ini");
    keys.append(label);
  }

  function enliven() {
    for (const part of document.querySelectorAll("[data-pilih-semua][hidden]")) part.hidden = false;
    for (const keys of document.querySelectorAll("[data-tombol][hidden]")) {
      keys.hidden = false;
      addSwitch(keys);
    }
    if (boxes().length) count();
  }

  document.addEventListener("portal:halaman", enliven);
  document.addEventListener("htmx:afterSettle", enliven);
  enliven();
}
