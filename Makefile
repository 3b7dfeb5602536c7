# Two commands are enough: `make run` and `make test`. The rest is for developers.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
PY := .venv/bin/python
PORTAL_MODE ?= contoh
export PORTAL_MODE
SEMENTARA := PORTAL_MODE=uji $(PY) -m bangunrejo.jalan.sementara sementara --

.PHONY: help run test cepat hari siap fmt bench guncang mutasi backup restore kunci venv venv-dev

help: ## Daftar perintah
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

run: venv ## Jalankan portal (PORT, HOST, DATA_DIR, DATABASE_URL boleh diisi)
	@exec $(PY) manage.py jalan

test: ## Jalankan semua pemeriksaan dan pengujian
	@alat/siap & siap=$$!; hasil=0; { alat/venv requirements.txt requirements-dev.txt && alat/periksa; } || hasil=$$?; wait $$siap && exit $$hasil
	@$(SEMENTARA) alat/uji

cepat: venv-dev ## Uji tanpa peramban dan tanpa jelajah seluruh portal (untuk pengembang)
	@$(SEMENTARA) $(PY) -m pytest -n 2 --reuse-db -m "not jelajah and not peramban"

hari: venv-dev ## Muat cerita contoh seperti pada 43 hari, dan uji tanggalnya (sekitar 3 menit)
	@SAPU_HARI=1 $(SEMENTARA) $(PY) -m pytest tests/contoh

siap: ## Pasang Chromium untuk pengujian peramban (sekali, sebagai root)
	@alat/siap

fmt: venv-dev ## Rapikan kode dan templat
	@.venv/bin/ruff check --quiet --fix .
	@.venv/bin/ruff format --quiet .
	@find . -path ./.venv -prune -o -path '*/templates/*' -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2

bench: venv ## Ukur halaman utama dan kiriman serupa, hingga 100.000 baris
	@$(SEMENTARA) $(PY) manage.py ukur
	@$(SEMENTARA) $(PY) alat/ukur-serupa 10000
	@$(SEMENTARA) $(PY) alat/ukur-serupa 100000
	@$(PY) alat/ukur-unggahan

guncang: venv-dev ## Kirim banyak sambil membunuh bagian portal, lalu bandingkan (DETIK=60 BENIH=…)
	@DETIK="$(DETIK)" BENIH="$(BENIH)" $(PY) alat/guncang

mutasi: venv-dev ## Rusak kode sedikit demi sedikit, lihat yang lolos (APP=aspirasi BERKAS=… UJI=…)
	@$(SEMENTARA) $(PY) -m alat.mutasi "$(APP)" --berkas $(BERKAS) --uji $(UJI)

backup: venv ## Cadangkan basis data dan berkas ke cadangan/<tanggal>
	@exec $(PY) -m bangunrejo.jalan.sementara nyala -- $(PY) manage.py cadangkan

restore: venv ## Pulihkan ke DATA_DIR yang kosong: make restore DARI=cadangan/<tanggal>
	@exec $(PY) -m bangunrejo.jalan.sementara nyala -- $(PY) manage.py pulihkan "$(DARI)"

kunci: venv ## Naikkan kunci versi pustaka ke yang terbaru
	@alat/kunci --upgrade

venv:
	@alat/venv requirements.txt

venv-dev:
	@alat/venv requirements.txt requirements-dev.txt
