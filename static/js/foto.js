"use strict";
/* Chosen photos add up: a second choice joins the first, each is shown and can be taken away, and
   is looked at before it is sent. Comfort only: without this file the form sends what was chosen. */
if (!window.setPhotos) {
  const LONGEST_SIDE = 1280; // pixels; enough to judge a photo, small enough for 2G
  const SMALL_ENOUGH = 300 * 1024; // bytes; smaller photos are sent as they are
  const LARGEST = 10 * 1024 * 1024; // bytes; the server takes no more
  const THUMBNAIL = 96; // pixels
  const PHOTO = /^image\/(jpeg|png|webp)$/;

  const chosen = new WeakMap(); // the photos of each input, in their order
  const marks = new WeakMap(); // of each photo that was made smaller
  const working = new WeakMap(); // the end of what is being done for each input

  const photosOf = (input) => chosen.get(input) || [];

  /** Put photos into the input, so that the form sends them whatever script sends it. */
  function keep(input, photos) {
    const files = new DataTransfer();
    for (const photo of photos) files.items.add(photo);
    input.files = files.files;
    chosen.set(input, photos);
  }

  /** Draw a photo no larger than `side`. It fails where the browser cannot read it. */
  async function draw(photo, side) {
    const bitmap = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return canvas;
  }

  /** Return a smaller JPEG of `photo`, or `photo` itself where that is not smaller. */
  async function shrink(photo) {
    if (photo.size <= SMALL_ENOUGH) return photo;
    const canvas = await draw(photo, LONGEST_SIDE);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    if (!blob || blob.size >= photo.size) return photo;
    const name = photo.name.replace(/\.\w+$/, "") + ".jpg";
    const smaller = new File([blob], name, { type: "image/jpeg" });
    marks.set(smaller, mark(photo));
    return smaller;
  }

  /** Return why a chosen file cannot be sent, or "". */
  function fault(file) {
    if (file.type === "application/pdf") {
      return `“${file.name}” adalah PDF, bukan foto. Foto suratnya dengan kamera, lalu pilih fotonya.`;
    }
    if (/^image\/hei[cf]/.test(file.type)) {
      return `“${file.name}” berjenis HEIC. Setel kamera ke JPEG, atau kirim tangkapan layarnya.`;
    }
    if (!PHOTO.test(file.type)) return `“${file.name}” bukan foto. Pilih JPEG, PNG, atau WebP.`;
    return file.size ? "" : `“${file.name}” kosong. Pilih foto lain.`;
  }

  /** What a file was when it was chosen: the same one chosen again stands once. */
  const mark = (file) => marks.get(file) || `${file.name}|${file.size}|${file.lastModified}`;

  /** Add what was just chosen to what was chosen before. */
  async function add(input, files) {
    const faults = [];
    const before = photosOf(input);
    const added = [];
    for (const file of files) {
      const text = fault(file);
      if (text) faults.push(text);
      else if (![...before, ...added].some((other) => mark(other) === mark(file))) added.push(file);
    }
    announceFiles(input, "Menyiapkan foto…");
    const small = [];
    for (const file of added) small.push(await shrink(file).catch(() => file));
    const now = [...photosOf(input)];
    for (const photo of small) {
      if (photo.size > LARGEST) faults.push(`“${photo.name}” lebih dari 10 MB. Pilih foto lain.`);
      else now.push(photo);
    }
    const most = Number(input.dataset.muat);
    if (now.length > most) {
      faults.push(`Paling banyak ${most} foto. ${now.length - most} foto terakhir tidak diambil.`);
    }
    keep(input, now.slice(0, most));
    await show(input);
    sayFaults(input, faults);
  }

  function say(input) {
    const photos = photosOf(input);
    const size = readableSize(photos.reduce((sum, photo) => sum + photo.size, 0));
    announceFiles(input, photos.length ? `${photos.length} foto siap dikirim (${size}).` : "");
  }

  function sayFaults(input, faults) {
    const box = input.closest(".isian").querySelector("[data-foto-salah]");
    box.hidden = !faults.length;
    box.textContent = faults.length ? `▲ ${faults.join(" ")}` : "";
  }

  async function row(input, photo) {
    const item = document.createElement("li");
    const picture = await draw(photo, THUMBNAIL).catch(() => null);
    if (picture) {
      picture.setAttribute("aria-hidden", "true");
      item.append(picture);
    }
    const name = document.createElement("span");
    name.className = "pecah";
    name.textContent = `${photo.name} · ${readableSize(photo.size)}`;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tombol";
    button.textContent = "Hapus";
    button.setAttribute("aria-label", `Hapus foto ${photo.name}`);
    button.addEventListener("click", () => remove(input, photo));
    item.append(name, button);
    return item;
  }

  /** Show the photos of an input, in their order. */
  async function show(input) {
    const list = input.closest(".isian").querySelector("[data-foto-terpilih]");
    const rows = [];
    for (const photo of photosOf(input)) rows.push(await row(input, photo));
    while (list.firstChild) list.firstChild.remove();
    list.append(...rows);
    list.hidden = !rows.length;
    say(input);
  }

  async function remove(input, photo) {
    const photos = photosOf(input);
    const place = photos.indexOf(photo);
    if (place < 0) return;
    keep(input, photos.filter((other) => other !== photo));
    await show(input);
    sayFaults(input, []);
    const buttons = input.closest(".isian").querySelectorAll("[data-foto-terpilih] button");
    (buttons[Math.min(place, buttons.length - 1)] || input).focus();
  }

  /** Do one thing after the other for an input; a quick second choice waits for the first. */
  function after(input, work) {
    const turn = (working.get(input) || Promise.resolve()).then(work);
    working.set(input, turn.catch(() => null));
    return turn;
  }

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.matches("input[type=file][data-kecilkan]")) return;
    const files = [...input.files];
    // Until they are looked at, the form sends the old ones and the new; a dismissed chooser, none
    // of whose files came, takes nothing away.
    const sound = files.filter((file) => !fault(file));
    const before = photosOf(input);
    const both = new DataTransfer();
    for (const photo of [...before, ...sound]) both.items.add(photo);
    input.files = both.files;
    if (files.length) after(input, () => add(input, files));
  });

  /** Give photos to another input, for the page that took this one's place. */
  window.setPhotos = (input, photos) => {
    keep(input, photos);
    return after(input, () => show(input));
  };

  /** Wait until the photos of an input are made ready. */
  window.photosReady = (input) => working.get(input);

  /** Take over what was chosen before this script came, or kept by a browser that goes back. */
  function takeOver() {
    for (const input of document.querySelectorAll("input[type=file][data-kecilkan]")) {
      if (!input.files.length || photosOf(input).length) continue;
      const files = [...input.files];
      after(input, () => add(input, files));
    }
  }

  addEventListener("pageshow", takeOver);
  takeOver();
}
