"""Crashes as a decoder in C may."""

import os
import signal

os.kill(os.getpid(), signal.SIGSEGV)
