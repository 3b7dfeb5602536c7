#!/bin/sh
# Two roles: `pemilik` owns the schema and migrates; `portal` works with the rows, and what it
# may do with them is set by `manage.py beri_hak portal`. Runs once, on an empty volume.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set "sandi_pemilik=$SANDI_PEMILIK" --set "sandi_portal=$SANDI_PORTAL" <<'SQL'
CREATE ROLE pemilik LOGIN PASSWORD :'sandi_pemilik';
CREATE ROLE portal LOGIN PASSWORD :'sandi_portal';
CREATE DATABASE bangunrejo OWNER pemilik TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE bangunrejo FROM PUBLIC;
GRANT CONNECT ON DATABASE bangunrejo TO portal;
SQL
