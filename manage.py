#!/usr/bin/env python
"""Command-line entry point of the portal."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bangunrejo.settings")
    # Folders we make may be entered by the database server's user; secrets get 0600 explicitly.
    os.umask(0o022)
    from bangunrejo.jalan.masalah import run_command

    sys.exit(run_command(sys.argv))


if __name__ == "__main__":
    main()
