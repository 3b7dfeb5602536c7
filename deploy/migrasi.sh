#!/bin/sh
# What the schema's owner does before web and worker start; safe to run again.
set -eu

python manage.py migrate --noinput
python manage.py createcachetable
python manage.py beri_hak portal
