"use strict";
/* What a signed-in person fills in is kept on this device until it is sent, for the same account
   and form. `data-draf-petugas` says where: "perangkat" for a week, for what everyone may read in the
   end, or "tab" until the tab is closed. Comfort only. */
if (!document.documentElement.hasAttribute("data-berdraf")) {
  document.documentElement.dataset.berdraf = "";
  const DAYS = 7;
  const TYPES = /^(textarea|text|number|date|month|url|search|select-one|radio|checkbox)$/;

  const storeOf = (form) => (form.dataset.drafPetugas === "tab" ? sessionStorage : localStorage);

  /** The account for which the form was made, the address that it sends to, and which of the forms
      with that address it is. */
  function keyOf(form) {
    const act = form.querySelector("input[type=hidden][name=tindakan]")?.value ?? "";
    const { pathname } = new URL(form.action || location.href);
    return `tulisan:${form.elements.penulis.value}:${pathname}${act && `#${act}`}`;
  }

  const kept = (form) =>
    [...form.elements].filter((field) => {
      const open = TYPES.test(field.type) && field.autocomplete !== "off" && field.name;
      return open && !field.closest("[data-draf-rahasia]");
    });

  const areas = (form) => kept(form).filter((field) => field.type === "textarea");
  const choice = (field) => /^(radio|checkbox)$/.test(field.type);

  /** True when a field says something else than the page did. */
  function changed(field) {
    if (choice(field)) return field.checked !== field.defaultChecked;
    if (field.type !== "select-one") return field.value.trim() !== field.defaultValue.trim();
    const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return field.value !== (first?.value ?? "");
  }

  const written = (form) => kept(form).some(changed);

  function keep(form) {
    const words = kept(form)
      .filter((field) => (choice(field) ? field.checked : field.value))
      .map((field) => [field.name, field.value]);
    try {
      storeOf(form).setItem(keyOf(form), JSON.stringify({ waktu: Date.now(), isian: words }));
    } catch {
      /* full or forbidden: the words stay on the page */
    }
  }

  function drop(form) {
    try {
      storeOf(form).removeItem(keyOf(form));
    } catch {
      /* nothing is kept where nothing can be */
    }
  }

  function read(form) {
    try {
      const draft = JSON.parse(storeOf(form).getItem(keyOf(form)));
      if (draft && Date.now() - draft.waktu < DAYS * 864e5) return draft.isian;
      drop(form);
    } catch {
      /* no storage, or not ours */
    }
    return null;
  }

  /** True when the form says all of it already: the portal gave it back after a new sign-in. */
  const holds = (form, words) =>
    words.every(([name, value]) =>
      kept(form).some(
        (field) =>
          field.name === name && field.value === value && (!choice(field) || field.checked),
      ),
    );

  function fillIn(form, words) {
    for (const [name, value] of words) {
      for (const field of kept(form)) {
        if (field.name !== name) continue;
        if (!choice(field)) field.value = value;
        else if (field.value === value) field.checked = true;
      }
    }
    form.dataset.berubah = "";
  }

  function button(text, kind, work) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = kind;
    one.textContent = text;
    one.addEventListener("click", work);
    return one;
  }

  /** Offer the kept words above the form; nothing is filled in unasked. */
  function offer(form, words) {
    const box = document.createElement("div");
    box.className = "pesan pesan--info";
    box.dataset.drafTawar = "";
    const text = document.createElement("p");
    const start = words.find(([name]) => areas(form).some((area) => area.name === name));
    const quote = start?.[1].trim() ? `: “${start[1].slice(0, 90)}…”` : ".";
    text.textContent = `Ada tulisan yang belum terkirim. Perangkat ini menyimpannya untuk Anda${quote}`;
    const row = document.createElement("p");
    row.className = "deret";
    const use = () => {
      fillIn(form, words);
      box.remove();
      kept(form)[0].focus();
    };
    const discard = () => {
      drop(form);
      box.remove();
    };
    row.append(button("Lanjutkan tulisan itu", "tombol", use));
    row.append(" ", button("Buang", "tombol tombol--tautan", discard));
    box.append(text, row);
    form.prepend(box);
  }

  const ours = (form) => form && form.elements.penulis && "drafPetugas" in form.dataset;

  let waiting;
  document.addEventListener("input", (event) => {
    const { form } = event.target;
    if (!ours(form) || form.querySelector("[data-draf-tawar]")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => (written(form) ? keep(form) : drop(form)), 400);
  });
  document.addEventListener("submit", (event) => {
    if (!ours(event.target) || event.defaultPrevented) return;
    clearTimeout(waiting);
    drop(event.target);
  });
  document.addEventListener("portal:terkirim", (event) => {
    clearTimeout(waiting);
    if (ours(event.target)) drop(event.target);
  });

  function look() {
    for (const form of document.forms) {
      if (!ours(form)) continue;
      // A form that came back with an error holds the words: they are kept anew.
      if (form.querySelector("[aria-invalid=true]")) keep(form);
      else {
        const words = read(form);
        if (words && !holds(form, words)) offer(form, words);
      }
    }
  }

  document.addEventListener("portal:halaman", look);
  look();
}
