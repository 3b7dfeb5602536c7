"""The log of the web processes themselves: it tells of troubles, not of visitors."""

from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]  # it has no types

from core.log import Formatter


class Log(Logger):
    """gunicorn's own, written by the formatter of the portal.

    gunicorn names the address of a visitor beside what was sent, and the query of a request
    that failed.
    """

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Formatter(self.error_fmt, self.datefmt))
