#!/bin/sh
# The role that alone adds seals to the trail (docs/keputusan/0022-segel.md). Runs once, on an
# empty volume, after 10-peran.sh; in an older installation by hand (docs/pemasangan.md). Run
# again it sets the password only.
set -eu

if [ -n "${SANDI_PENYEGEL:-}" ]; then
    psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname bangunrejo \
        --set "sandi_penyegel=$SANDI_PENYEGEL" <<'SQL'
SELECT 'CREATE ROLE penyegel LOGIN'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'penyegel') \gexec
ALTER ROLE penyegel PASSWORD :'sandi_penyegel';
GRANT CONNECT ON DATABASE bangunrejo TO penyegel;
SQL
fi
