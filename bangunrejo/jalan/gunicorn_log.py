"""The log of the web processes themselves: it tells of troubles, never of visitors."""

from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]  # it has no types

from core.log import Formatter


class Log(Logger):
    """gunicorn's own log, written by the formatter of the portal.

    gunicorn itself would write the address of a visitor beside the request, and the query of a
    failed request.
    """

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Formatter(self.error_fmt, self.datefmt))
