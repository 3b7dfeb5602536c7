"use strict";
/* Comfort only: every page works without this file. */

/** Say something in a live region placed right after `element`. */
function announce(element, text) {
  let region = element.nextElementSibling;
  if (!region || !region.matches("[data-ucap]")) {
    region = document.createElement("span");
    region.dataset.ucap = "";
    region.className = "lembut";
    region.setAttribute("role", "status");
    element.after(region);
  }
  region.textContent = text;
}

function readableSize(bytes) {
  return bytes < 1e6
    ? `${Math.round(bytes / 1e3)} KB`
    : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;
}

/** Say beside our own button what is said where the browser's was. */
function announceFiles(input, text) {
  announce(input.closest(".pilih-berkas")?.querySelector("label") ?? input, text);
}

/** Name the chosen document. Photos are the matter of foto.js. */
function sayChosen(input) {
  const file = input.files[0];
  announceFiles(input, file ? `${file.name} (${readableSize(file.size)}).` : "");
}

/** Tell how much still fits, in steps of 50 letters, when not much does; or what is too much. */
function sayLength(area) {
  const left = area.dataset.terbanyak - [...area.value].length;
  const few = left < 500 ? `Masih cukup untuk sekitar ${Math.ceil(left / 50) * 50} huruf.` : "";
  const text = left < 0 ? `Terlalu panjang: pendekkan ${-left} huruf lagi.` : few;
  if (text || area.nextElementSibling?.matches("[data-ucap]")) announce(area, text);
}

/** One press sends once; the guard falls again when the page is shown anew. */
function guardDoubleSubmit(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if ("unduh" in form.dataset) return; // a file comes back and the page stays, so nothing would release it
  if ("terkirim" in form.dataset) {
    event.preventDefault();
    return;
  }
  form.dataset.terkirim = "";
  event.submitter?.setAttribute("aria-disabled", "true");
}

function releaseForms() {
  for (const form of document.querySelectorAll("form[data-terkirim]")) {
    delete form.dataset.terkirim;
    form.querySelector("[aria-disabled=true]")?.removeAttribute("aria-disabled");
  }
}

function warnUnsent(event) {
  const unsent = document.querySelector("form[data-jaga][data-berubah]:not([data-terkirim])");
  if (unsent) event.preventDefault();
}

function addCopyButton(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tombol tak-cetak";
  button.textContent = "Salin";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent.trim());
    announce(button, "Sudah disalin.");
  });
  code.after(button);
}

/** A link from the error summary may point into a folded part: unfold it first. */
function unfoldTarget(event) {
  const link = event.target.closest("a[href^='#']");
  const target = link && document.getElementById(link.hash.slice(1));
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
}

/** Paper shows what is folded, where the style sheet cannot (before Chrome 131). */
function unfoldForPaper(start) {
  if (CSS.supports("selector(::details-content)")) return;
  for (const fold of document.querySelectorAll(start ? "main details:not([open])" : "[data-kertas]")) {
    fold.open = start;
    fold.toggleAttribute("data-kertas", start);
  }
}

/** A group of the menu folds when one presses elsewhere, leaves it by keyboard, or presses Escape. */
function foldGroups(event) {
  for (const group of document.querySelectorAll(".menu__kelompok[open]")) {
    const inside = group.contains(event.target);
    if (inside && event.key !== "Escape") continue;
    if (inside) group.querySelector("summary").focus();
    group.open = false;
  }
}

document.addEventListener("submit", guardDoubleSubmit);
document.addEventListener("click", unfoldTarget);
document.addEventListener("click", foldGroups);
document.addEventListener("focusin", foldGroups);
document.addEventListener("keydown", foldGroups);
document.addEventListener("change", (event) => {
  const file = event.target.matches("input[type=file]:not([data-kecilkan])");
  if (file) sayChosen(event.target);
});
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-jaga]");
  if (form) form.dataset.berubah = "";
  if (event.target.matches("[data-terbanyak]")) sayLength(event.target);
});
addEventListener("pageshow", releaseForms);
addEventListener("beforeunload", warnUnsent);
addEventListener("beforeprint", () => unfoldForPaper(true));
addEventListener("afterprint", () => unfoldForPaper(false));
document.documentElement.dataset.bernaskah = "";

/** The parts of a page for this browser alone; again when a script puts another page in its place. */
function enliven() {
  document.querySelector("[data-fokus]")?.focus();
  if (navigator.clipboard) document.querySelectorAll("[data-salin]").forEach(addCopyButton);
  for (const button of document.querySelectorAll("[data-cetak]")) {
    button.hidden = false;
    button.onclick = () => print();
  }
}

/** Scripts that a page can wait for come after all that is seen: in their order, each once. Where one
    has come, its mark goes. */
const called = new Set();
function callLater() {
  for (const mark of document.querySelectorAll("[data-nanti]")) {
    const address = mark.dataset.nanti;
    if (called.has(address)) continue;
    called.add(address);
    const script = document.createElement("script");
    script.src = address;
    script.async = false;
    script.onload = () => mark.remove();
    script.onerror = () => called.delete(address); // the next page of this tab asks again
    document.head.append(script);
  }
}

document.addEventListener("portal:halaman", enliven);
document.addEventListener("portal:halaman", callLater);
addEventListener("load", callLater);
enliven();
