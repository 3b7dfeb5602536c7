"use strict";
/* The form of a kiriman: text first, photos one by one after it; a draft kept on this phone; the
   position by one button or on the map. Comfort only: without this file the form is sent whole. */
{
  const DRAFT_KEY = "kirim-draf";
  const DRAFT_DAYS = 7;
  const IDENTITY = ["nama", "telepon", "email"];
  const POSITION = ["lintang", "bujur", "pusat"]; // exact, which is not meant for everyone
  const NEVER_KEPT = new Set([
    ...IDENTITY, ...POSITION, "kunci", "csrfmiddlewaretoken", "foto", "setuju", "anak",
  ]);

  const sendForm = () => document.querySelector("form[data-kirim]");

  /* The draft: only what was meant for everyone, never who wrote it. */

  function readDraft() {
    try {
      const draft = JSON.parse(localStorage.getItem(DRAFT_KEY));
      if (draft && Date.now() - draft.waktu < DRAFT_DAYS * 864e5) return draft.isian;
      localStorage.removeItem(DRAFT_KEY);
    } catch {
      /* no storage, or not ours: there is no draft */
    }
    return null;
  }

  function dropDraft() {
    try {
      localStorage.removeItem(DRAFT_KEY);
    } catch {
      /* nothing is kept where nothing can be */
    }
  }

  /** True when the text is for everyone, about no official, and nobody signed it. The number, asked
      for in the open, is not kept, but takes no text away. */
  function mayKeep(form, data) {
    return (
      data.get("jangkauan") === "publik" &&
      (data.get("tentang") || "tidak") === "tidak" &&
      !data.get("anak") &&
      !form.querySelector("[data-saran]") &&
      !["nama", "email"].some((name) => data.get(name)) &&
      data.get("isi").trim() !== ""
    );
  }

  function keepDraft(form) {
    const offer = form.querySelector("[data-draf]");
    if (offer && !offer.hidden) return; // the older text waits for an answer
    const data = new FormData(form);
    if (!mayKeep(form, data)) return dropDraft();
    const isian = [...data].filter(([name, value]) => value && !NEVER_KEPT.has(name));
    try {
      localStorage.setItem(DRAFT_KEY, JSON.stringify({ waktu: Date.now(), isian }));
    } catch {
      /* full or forbidden: the text stays on the page */
    }
  }

  function fillIn(form, isian) {
    for (const [name, value] of isian) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "radio" || field.type === "checkbox") {
          field.checked = field.checked || field.value === value;
        } else if (field.type !== "hidden") {
          field.value = value;
        }
      }
    }
    form.dataset.berubah = "";
  }

  function offerDraft(form) {
    const offer = form.querySelector("[data-draf]");
    const isian = offer && readDraft();
    if (!isian) return;
    const text = isian.find(([name]) => name === "isi")?.[1] ?? "";
    offer.querySelector("[data-draf-petikan]").textContent =
      text.length > 90 ? `${text.slice(0, 90)}…` : text;
    offer.hidden = false;
    offer.querySelector("[data-draf-pakai]").addEventListener("click", () => {
      fillIn(form, isian);
      offer.hidden = true;
      form.elements.isi.focus();
    });
    offer.querySelector("[data-draf-buang]").addEventListener("click", () => {
      dropDraft();
      offer.hidden = true;
    });
  }

  /* The position of this phone. */

  const NO_POSITION = {
    1: "HP tidak mengizinkan. Tulis saja tempatnya dengan kata-kata.",
    2: "Lokasi belum ditemukan. Coba di tempat terbuka, atau tulis tempatnya.",
    3: "Terlalu lama mencari lokasi. Coba lagi, atau tulis tempatnya.",
  };

  const OUTSIDE =
    "HP Anda sekarang di luar Kecamatan Bangunrejo, jadi lokasinya tidak diisi. Tulis saja tempatnya.";

  /** True when a position lies within the edges that the server takes: south, north, west, east. */
  function within(place, { latitude, longitude }) {
    const [south, north, west, east] = place.dataset.batas.split(" ").map(Number);
    return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
  }

  function locate(button) {
    const { lintang, bujur } = button.form.elements;
    announce(button, "Mencari lokasi…");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (!within(button.closest("[data-letak]"), coords)) return announce(button, OUTSIDE);
        lintang.value = coords.latitude.toFixed(6).replace(".", ",");
        bujur.value = coords.longitude.toFixed(6).replace(".", ",");
        lintang.dispatchEvent(new Event("input", { bubbles: true }));
        announce(button, `Lokasi terisi, tepat sampai sekitar ${Math.round(coords.accuracy)} meter.`);
      },
      ({ code }) => announce(button, NO_POSITION[code]),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  }

  /** Open the map in place, or fold it away: its script and its first piece come only now. */
  async function openMap(button) {
    const place = button.closest("[data-letak]").querySelector("[data-letak-tempat]");
    if (place.firstElementChild) {
      place.hidden = !place.hidden;
      button.setAttribute("aria-expanded", String(!place.hidden));
      return;
    }
    announce(button, "Memuat peta…");
    try {
      const wish = new URLSearchParams({ lihat: button.form.elements.kampung.value });
      const answer = await fetch(`${button.dataset.letakPeta}?${wish}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const map = await answer.text();
      const { naskah, gaya } = button.dataset;
      await Promise.all([load("script", { src: naskah }), load("link", { rel: "stylesheet", href: gaya })]);
      place.innerHTML = map;
      document.dispatchEvent(new Event("portal:peta"));
      button.setAttribute("aria-expanded", "true");
      announce(button, "");
    } catch {
      announce(button, "Peta belum dapat dimuat. Periksa sinyal, lalu tekan sekali lagi.");
    }
  }

  /** Put a script or a style sheet into the head and wait for it; one that stands there is enough. */
  const load = (tag, properties) =>
    new Promise((done, failed) => {
      const part = Object.assign(document.createElement(tag), properties);
      if ([...document.head.children].some((other) => other.isEqualNode(part))) return done();
      part.onload = done;
      part.onerror = () => {
        part.remove();
        failed(new Error(tag));
      };
      document.head.append(part);
    });

  function offerPosition() {
    for (const place of document.querySelectorAll("[data-letak][hidden]")) {
      const phone = place.querySelector("[data-letak-hp]");
      phone.hidden = !navigator.geolocation;
      phone.addEventListener("click", () => locate(phone));
      const map = place.querySelector("[data-letak-peta]");
      map?.addEventListener("click", () => openMap(map));
      place.hidden = false;
    }
  }

  /* Sending. */

  let held = []; // photos that wait while a page without a place for them stands between

  function giveBack(photos, input) {
    if (!photos.length || !input) return;
    setPhotos(input, photos).then(() => announceFiles(input, `${photos.length} foto masih terpilih.`));
  }

  async function sendPhotos(photos) {
    if (!photos.length) return;
    const bar = document.querySelector("[data-foto-maju]");
    const failed = [];
    let refused = 0;
    for (const [index, photo] of photos.entries()) {
      bar.textContent = `Mengirim foto ${index + 1} dari ${photos.length}…`;
      const form = document.querySelector("main form[enctype]");
      const data = new FormData(form);
      data.set("foto", photo, photo.name);
      try {
        const { response, page } = await antar.fetchPage(form.action, data);
        if (!response.ok) throw new Error(response.statusText);
        refused += takePhotoAnswer(page);
      } catch {
        failed.push(photo);
      }
    }
    const sent = photos.length - failed.length;
    bar.textContent = failed.length
      ? `${sent} dari ${photos.length} foto terkirim. Sisanya masih terpilih di bawah: tekan Tambah foto.`
      : refused
        ? `${sent - refused} dari ${photos.length} foto tersimpan.`
        : "Semua foto tersimpan.";
    giveBack(failed, document.querySelector("main input[type=file]"));
  }

  /** Take over the photos and what is said about a refused one; code and PIN stay where they are.
      Returns how many were refused. */
  function takePhotoAnswer(page) {
    const section = "section[aria-labelledby=foto]";
    document.querySelector(section).replaceWith(document.adoptNode(page.querySelector(section)));
    const refusals = page.querySelectorAll(".pesan--awas");
    for (const message of refusals) {
      document.querySelector("[data-foto-maju]").after(document.adoptNode(message));
    }
    return refusals.length;
  }

  async function send(form, submitter) {
    const data = new FormData(form);
    const chosen = data.getAll("foto").filter((photo) => photo.size);
    const photos = form.elements.foto ? chosen : held;
    data.delete("foto");
    if (submitter?.name) data.set(submitter.name, submitter.value);
    const button = submitter ?? form.querySelector(".aksi button");
    clearTimeout(waiting); // kept now, or never: not after it has arrived
    keepDraft(form);
    // Too much from here just now: the page says for how long to wait, and holds the words.
    const answer = await antar.deliver(form, button, data);
    if (!answer) return;
    antar.showPage(answer);
    held = photos;
    if (document.querySelector("[data-terima]")) await sendPhotos(photos);
    else giveBack(photos, sendForm()?.elements.foto);
  }

  function start() {
    // Sent, or found to speak of officials: nothing of it stays on this phone.
    if (document.querySelector("[data-terima], [data-saran]")) dropDraft();
    offerPosition();
    const form = sendForm();
    if (!form) return;
    offerDraft(form);
    if ("berubah" in form.dataset) keepDraft(form); // typed before this script came
  }

  document.addEventListener("submit", (event) => {
    // A button that leads elsewhere ("Saya juga mengalami") goes there by itself.
    if (!event.target.matches("form[data-kirim]")) return;
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (!("terkirim" in event.target.dataset)) send(event.target, event.submitter);
  }, { capture: true });
  document.addEventListener("portal:halaman", start);
  let waiting;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-kirim]");
    clearTimeout(waiting);
    if (form) waiting = setTimeout(keepDraft, 400, form);
  });
  start();
}
