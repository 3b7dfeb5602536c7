"use strict";
/* A form with photos is sent while its page stays open: a broken connection costs neither words nor
   photos, and says what to do. Comfort only: without this file the browser sends the form itself. */
if (!window.antar) {
  const REFUSED = {
    403: "Belum terkirim: halaman ini terlalu lama terbuka. Salin tulisan Anda, muat ulang, lalu tempel.",
    413: "Belum terkirim: kiriman terlalu besar. Kurangi fotonya, atau pendekkan tulisannya.",
  };
  const BROKEN =
    "Belum terkirim: sinyal atau portal sedang terganggu. Tulisan dan foto masih di sini; tekan tombolnya lagi.";
  const PAGES = [409, 429]; // refusals that come as a page with the words in it

  async function fetchPage(address, body) {
    const response = await fetch(address, { method: "POST", body, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // Parsed so, what is meant for browsers without scripts would stand in the page.
    for (const part of page.querySelectorAll("noscript")) part.remove();
    return { response, page };
  }

  /** Put the answer's page in place of this one, as following the link would. */
  function showPage({ response, page }) {
    document.title = page.title;
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    history.replaceState(null, "", response.url);
    window.htmx?.process(document.querySelector("main"));
    document.dispatchEvent(new CustomEvent("portal:halaman"));
    if (document.querySelector("main [data-fokus]")) return; // it has taken the focus
    document.querySelector("main").focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
  }

  /** Say loudly above the button that nothing was sent; once, however often it fails. */
  function warn(button, text) {
    const row = button.closest(".aksi") ?? button;
    let box = row.previousElementSibling;
    if (!box?.matches("[data-gagal]")) {
      box = document.createElement("p");
      box.dataset.gagal = "";
      box.className = "pesan pesan--bahaya";
      box.setAttribute("role", "alert");
      row.before(box);
    }
    box.textContent = `▲ ${text}`;
  }

  /** Send a form once and return the answer's page, or null after saying why there is none. */
  async function deliver(form, button, data) {
    form.dataset.terkirim = "";
    button.setAttribute("aria-disabled", "true");
    form.querySelector("[data-gagal]")?.remove();
    announce(button, "Mengirim…");
    const answer = await fetchPage(form.action || location.href, data).catch(() => null);
    button.removeAttribute("aria-disabled");
    delete form.dataset.terkirim;
    const status = answer?.response.status;
    if (answer && (answer.response.ok || PAGES.includes(status))) return answer;
    announce(button, "");
    warn(button, REFUSED[status] ?? BROKEN);
    return null;
  }

  async function send(form, submitter) {
    const button = submitter ?? form.querySelector(".aksi button");
    form.dataset.terkirim = ""; // photos are made ready first: no second press meanwhile
    await window.photosReady?.(form.elements.foto);
    const data = new FormData(form);
    if (submitter?.name) data.set(submitter.name, submitter.value);
    const answer = await deliver(form, button, data);
    if (!answer) return;
    if (new URL(answer.response.url).pathname.startsWith("/akun/")) {
      form.dataset.terkirim = ""; // the portal keeps it until the person has signed in again
      location.assign(answer.response.url);
      return;
    }
    form.dispatchEvent(new CustomEvent("portal:terkirim", { bubbles: true }));
    showPage(answer);
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-antar]")) return;
    event.preventDefault();
    if (!("terkirim" in event.target.dataset)) send(event.target, event.submitter);
  }, { capture: true });

  window.antar = { deliver, fetchPage, showPage };
}
