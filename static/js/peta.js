"use strict";
/* The map to choose a place on, loaded when it is opened. A tap places the pin; a drag or the
   arrow keys move it; buttons fetch other pieces, which the server draws. Comfort only: without
   this file the same page works by a picture button (docs/keputusan/0011-peta.md). */
{
  // As in aspirasi/bacaan/letak.py: km of one degree, and the words for a direction.
  const KM = { lintang: 110.583, bujur: 110.876 };
  const WINDS = [
    "utara", "timur laut", "timur", "tenggara", "selatan", "barat daya", "barat", "barat laut",
  ];
  const NEAR = 0.1; // km
  const STEP = 0.05; // km of one press of an arrow key, ten times as much with Shift
  const KEYS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
  const GRID = 200; // places of a degree: an address tells no more than everybody may know
  const NOT_LOADED = "Peta belum dapat dimuat. Periksa sinyal, lalu coba lagi.";

  /** The kampung of a map, nearest to a place first: each with how far it is, in km. */
  function nearest(svg, place) {
    return [...svg.querySelectorAll("[data-kampung]")]
      .map(({ dataset }) => {
        const east = (place.bujur - dataset.bujur) * KM.bujur;
        const north = (place.lintang - dataset.lintang) * KM.lintang;
        return { name: dataset.kampung, slug: dataset.slug, east, north, km: Math.hypot(east, north) };
      })
      .sort((a, b) => a.km - b.km)[0];
  }

  function distance(km) {
    const hundreds = Math.floor(km * 10 + 0.5);
    if (hundreds < 10) return `${hundreds}00 m`;
    return `${hundreds / 10} km`.replace(".", ",");
  }

  function describe(svg, place) {
    const { name, east, north, km } = nearest(svg, place);
    if (km < NEAR) return `di titik tengah Kampung ${name}`;
    const wind = (Math.round(Math.atan2(east, north) / (Math.PI / 4)) + 8) % 8;
    return `sekitar ${distance(km)} di ${WINDS[wind]} titik tengah Kampung ${name}`;
  }

  class PlaceMap {
    constructor(element) {
      this.element = element;
      this.form = element.closest("form");
      this.words = this.form.querySelector("[data-peta-kata]");
      this.adopt(element);
      // The numbers may be typed, or come from the phone.
      for (const kind of ["input", "change"]) {
        this.form.addEventListener(kind, (event) => {
          if (!["lintang", "bujur"].includes(event.target.name)) return;
          this.draw();
          if (kind === "change" || !event.isTrusted) this.follow();
        });
      }
      this.draw();
    }

    /** Take a piece of the map into use. */
    adopt(element) {
      this.element = element;
      this.svg = element.querySelector("[data-peta-gambar]");
      this.pin = element.querySelector("[data-penanda]");
      this.overview = "seluruhnya" in this.svg.dataset;
      element.dataset.hidup = "";
      element.querySelector("[type=image]")?.remove();
      element.addEventListener("click", (event) => this.press(event));
      this.svg.addEventListener("click", (event) => this.tap(event));
      this.svg.setAttribute("tabindex", this.overview ? "-1" : "0");
      if (this.overview) return;
      this.svg.setAttribute("role", "application");
      this.svg.setAttribute("aria-label", "Peta. Tombol panah menggeser penanda.");
      this.svg.addEventListener("keydown", (event) => this.move(event));
      this.pin.addEventListener("pointerdown", (event) => this.grip(event));
      this.pin.addEventListener("pointermove", (event) => {
        if (!this.pin.hasPointerCapture(event.pointerId)) return;
        const { clientX, clientY } = event;
        this.put(this.placeAt({ clientX: clientX - this.gripX, clientY: clientY - this.gripY }));
      });
    }

    /** Hold the pin where it was touched, so that its point does not jump under the finger. */
    grip(event) {
      const tip = this.svg.createSVGPoint().matrixTransform(this.pin.getScreenCTM());
      [this.gripX, this.gripY] = [event.clientX - tip.x, event.clientY - tip.y];
      this.pin.setPointerCapture(event.pointerId);
    }

    get edges() {
      const { utara, selatan, barat, timur } = this.svg.dataset;
      return { utara: +utara, selatan: +selatan, barat: +barat, timur: +timur };
    }

    /** Which place lies under the finger. */
    placeAt({ clientX, clientY }) {
      const box = this.svg.getBoundingClientRect();
      const { utara, selatan, barat, timur } = this.edges;
      return {
        lintang: utara - ((clientY - box.top) / box.height) * (utara - selatan),
        bujur: barat + ((clientX - box.left) / box.width) * (timur - barat),
      };
    }

    /** The place in the form; null when there is none. */
    get place() {
      const read = (name) => {
        const text = this.form.elements[name].value.trim().replace(",", ".").replace("−", "-");
        return text === "" ? NaN : Number(text);
      };
      const place = { lintang: read("lintang"), bujur: read("bujur") };
      return Number.isFinite(place.lintang + place.bujur) ? place : null;
    }

    put(place) {
      for (const name of ["lintang", "bujur"]) {
        this.form.elements[name].value = place[name].toFixed(5).replace(".", ",");
      }
      this.form.elements.lintang.dispatchEvent(new Event("input", { bubbles: true }));
    }

    /** Draw the pin, and say where it is once it rests. */
    draw() {
      const { place } = this;
      this.pin?.setAttribute("display", place ? "inline" : "none");
      clearTimeout(this.waiting);
      if (!place) return;
      const { utara, selatan, barat, timur } = this.edges;
      const { width, height } = this.svg.viewBox.baseVal;
      const x = ((place.bujur - barat) / (timur - barat)) * width;
      const y = ((utara - place.lintang) / (utara - selatan)) * height;
      this.pin?.setAttribute("transform", `translate(${Math.round(x)} ${Math.round(y)})`);
      this.waiting = setTimeout(() => {
        this.words.textContent = `Lokasi dipilih, ${describe(this.svg, place)}.`;
      }, 250);
    }

    tap(event) {
      const place = this.placeAt(event);
      if (this.overview) this.show({ lihat: nearest(this.svg, place).slug });
      else if (!event.target.closest("[data-penanda]")) this.put(place);
    }

    press(event) {
      const button = event.target.closest("button[name=geser], button[name=lihat]");
      if (!button) return;
      event.preventDefault();
      this.show({ [button.name]: button.value }, button);
    }

    move(event) {
      const key = KEYS[event.key];
      if (!key || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const [east, north] = key;
      const km = event.shiftKey ? STEP * 10 : STEP;
      const { utara, selatan, barat, timur } = this.edges;
      const { place } = this;
      if (!place) return this.put({ lintang: (utara + selatan) / 2, bujur: (barat + timur) / 2 });
      place.lintang += (north * km) / KM.lintang;
      place.bujur += (east * km) / KM.bujur;
      this.put(place);
    }

    /** Fetch the piece that holds the place when this one does not. */
    follow() {
      const { place } = this;
      const { utara, selatan, barat, timur } = this.edges;
      if (!place) return;
      const high = place.lintang < utara && place.lintang > selatan;
      if (high && place.bujur < timur && place.bujur > barat && !this.overview) return;
      const coarse = [place.lintang, place.bujur].map((d) => Math.round(d * GRID) / GRID);
      this.show({ pusat: coarse.map((d) => d.toFixed(3)).join() });
    }

    /** Fetch another piece. Its address holds the middle of a piece, never the place. */
    async show(wish, pressed) {
      if (this.loading) return;
      this.loading = true;
      const middle = this.element.querySelector("[name=pusat]").value;
      const address = `${this.element.dataset.peta}?${new URLSearchParams({ pusat: middle, ...wish })}`;
      try {
        const answer = await fetch(address, { credentials: "same-origin" });
        if (!answer.ok) throw new Error(answer.statusText);
        this.replace(await answer.text(), pressed);
      } catch {
        this.words.textContent = NOT_LOADED;
      } finally {
        this.loading = false;
      }
    }

    replace(html, pressed) {
      const { element } = this;
      element.insertAdjacentHTML("afterend", html);
      this.adopt(element.nextElementSibling);
      element.remove();
      const same = pressed && `button[name="${pressed.name}"][value="${pressed.value}"]`;
      const next = (same && this.element.querySelector(same)) || this.svg;
      next.focus({ preventScroll: true });
      this.draw();
    }
  }

  function start() {
    for (const element of document.querySelectorAll("[data-peta]:not([data-hidup])")) {
      new PlaceMap(element);
    }
  }

  document.addEventListener("portal:peta", start);
  document.addEventListener("portal:halaman", start);
  start();
}
