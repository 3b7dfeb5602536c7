"""Says in the place of a verdict whether it knows more than it must."""

import json
import os
import sys

tahu = set(os.environ) - {"PATH", "LANG", "LC_CTYPE"}
sys.stdout.write(json.dumps({"kode": "gif" if tahu else "luput", "detik": 0}))
