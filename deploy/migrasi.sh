#!/bin/sh
# Work of the schema's owner before web and worker start; safe to run again.
set -eu

# The proxy mounts this folder alone, so it must be there before the proxy starts.
mkdir -p -m 0750 "$DATA_DIR/berkas" "$DATA_DIR/berkas/publik"

python manage.py migrate --noinput
python manage.py createcachetable
python manage.py beri_hak portal ${PERAN_PENYEGEL:+--penyegel "$PERAN_PENYEGEL"}
