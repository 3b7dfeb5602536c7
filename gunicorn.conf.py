"""How the web processes run, under `make run` and in the image alike."""

import os
from pathlib import Path

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "bangunrejo.jalan.pekerja_web.Worker"  # gthread, but no request may take for ever
threads = 4
keepalive = 5  # seconds; the proxy in front keeps its connections open
timeout = 60
graceful_timeout = 10
max_requests = 20_000  # a slow leak never grows old
max_requests_jitter = 2_000
loglevel = "warning"
logger_class = "bangunrejo.jalan.gunicorn_log.Log"  # names no visitor, quotes no request
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 (see the next line)
    worker_tmp_dir = "/dev/shm"  # noqa: S108 (heartbeats must not wait for a slow disk)
