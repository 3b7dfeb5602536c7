"use strict";
/* Comfort only: every page works without this file. */

const LONGEST_SIDE = 1280; // pixels; enough to judge a photo, small enough for 2G
const SMALL_ENOUGH = 300 * 1024; // bytes; smaller photos are sent as they are

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

/** Return a smaller JPEG of `file`, or `file` itself where that is not possible or not smaller. */
async function shrink(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= SMALL_ENOUGH) return file;
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}

async function shrinkChosen(input) {
  const chosen = [...input.files];
  if (!chosen.length) return;
  announceFiles(input, "Menyiapkan foto…");
  const files = new DataTransfer();
  for (const file of chosen) files.items.add(await shrink(file).catch(() => file));
  input.files = files.files;
}

/** Say beside our own button what is said where the browser's was. */
function announceFiles(input, text) {
  announce(input.closest(".pilih-berkas")?.querySelector("label") ?? input, text);
}

/** Name what was chosen: how many photos, or which document. */
async function sayChosen(input) {
  const photos = input.matches("[data-kecilkan]");
  if (photos) await shrinkChosen(input);
  const chosen = [...input.files];
  const size = readableSize(chosen.reduce((sum, file) => sum + file.size, 0));
  const what = photos ? `${chosen.length} foto siap dikirim` : chosen[0]?.name;
  announceFiles(input, chosen.length ? `${what} (${size}).` : "");
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
  if (event.target.matches("input[type=file]")) sayChosen(event.target);
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

document.addEventListener("portal:halaman", enliven);
enliven();
