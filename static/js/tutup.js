"use strict";
/* Black boxes over a photo by dragging. Comfort only: without this file its grid is ticked. */
{
  const PARTS = 10_000; // of each side, as the server counts
  const SMALLEST = 8; // pixels on the screen; a tap is no box

  const form = document.querySelector("form[data-redaksi]");
  const field = form.querySelector(".redaksi");
  const board = form.querySelector(".redaksi__gambar");
  const undo = form.querySelector("[data-urungkan]");
  const most = Number(form.dataset.redaksi);
  const boxes = []; // each drawn box with the hidden field that is sent for it
  let drawn = null; // the box under the finger

  const percent = (part) => `${part / (PARTS / 100)}%`;

  function place(rect, [left, top, right, bottom]) {
    rect.setAttribute("x", percent(left));
    rect.setAttribute("y", percent(top));
    rect.setAttribute("width", percent(right - left));
    rect.setAttribute("height", percent(bottom - top));
  }

  function makeRect() {
    return board.appendChild(document.createElementNS(board.namespaceURI, "rect"));
  }

  /** Where the finger is, in parts of the photo's sides; outside counts as the edge. */
  function point({ clientX, clientY }) {
    const { left, top, width, height } = board.getBoundingClientRect();
    const part = (share) => Math.round(Math.min(1, Math.max(0, share)) * PARTS);
    return [part((clientX - left) / width), part((clientY - top) / height)];
  }

  function corners([x1, y1], [x2, y2]) {
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  }

  function tell(text) {
    undo.disabled = !boxes.length;
    announce(undo, text);
  }

  function keep(rect, input) {
    boxes.push({ rect, input });
    form.dataset.berubah = "";
    tell(`${boxes.length} kotak digambar.`);
  }

  function start(event) {
    if (!event.isPrimary || event.button) return;
    event.preventDefault();
    if (boxes.length >= most) {
      tell(`Sekali jalan paling banyak ${most} kotak. Hitamkan dulu yang ini.`);
      return;
    }
    board.setPointerCapture(event.pointerId);
    drawn = { from: point(event), rect: makeRect() };
  }

  function move(event) {
    if (drawn) place(drawn.rect, corners(drawn.from, point(event)));
  }

  function end(event) {
    if (!drawn) return;
    const { from, rect } = drawn;
    drawn = null;
    const box = corners(from, point(event));
    place(rect, box);
    const { width, height } = rect.getBoundingClientRect();
    if (event.type === "pointercancel" || width < SMALLEST || height < SMALLEST) {
      rect.remove();
      return;
    }
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "seret", value: box.join("-") });
    form.append(input);
    keep(rect, input);
  }

  board.addEventListener("pointerdown", start);
  board.addEventListener("pointermove", move);
  board.addEventListener("pointerup", end);
  board.addEventListener("pointercancel", end);
  undo.addEventListener("click", () => {
    const { rect, input } = boxes.pop();
    rect.remove();
    input.remove();
    tell(`Yang terakhir dibuka lagi. ${boxes.length} kotak digambar.`);
  });

  // Boxes that were drawn before an error stand there again.
  for (const input of form.querySelectorAll("input[name=seret]")) {
    const rect = makeRect();
    place(rect, input.value.split("-").map(Number));
    keep(rect, input);
  }
  field.dataset.seret = "";
  for (const part of form.querySelectorAll("[data-dengan-seret]")) part.hidden = false;
  for (const part of form.querySelectorAll("[data-tanpa-seret]")) part.hidden = true;
}
